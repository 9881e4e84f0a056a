#pragma once
#include <sys/types.h>

/// Until everything written to the descriptor's file system is on the disk (GNU, which Swift does not import).
int hoso_sync_file_system(int descriptor);

/// Renames only where the new name is free (RENAME_NOREPLACE): EEXIST where it is taken.
int hoso_rename_exclusively(const char *from, const char *to);

/// The system's English words for an errno, whatever the locale; NULL for an unknown one.
const char *hoso_error_words(int code);

/// An inotify descriptor (close-on-exec, non-blocking) that tells when files in the folder were closed after writing,
/// moved in or made; -1 with errno.
int hoso_watch_folder(const char *path);

/// Waits for such an event, at most so long, and takes all that came. 1 when one did.
int hoso_wait_for_watch(int watch, int milliseconds);

/// 1 when somebody has the file open for writing; 0 when not, or where the file system cannot tell.
int hoso_has_writer(int descriptor);

/// 1 when the path lies on a network's file system, whose changes by other machines the kernel does not tell.
int hoso_is_remote(const char *path);
