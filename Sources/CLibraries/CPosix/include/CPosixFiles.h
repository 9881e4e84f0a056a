#pragma once
#include <sys/types.h>

/// Until everything written to the descriptor's file system is on the disk (GNU, which Swift does not import).
int hoso_sync_file_system(int descriptor);

/// Renames only where the new name is free (RENAME_NOREPLACE): EEXIST where it is taken.
int hoso_rename_exclusively(const char *from, const char *to);

/// The system's English words for an errno, whatever the locale; NULL for an unknown one.
const char *hoso_error_words(int code);
