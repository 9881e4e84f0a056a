#define _GNU_SOURCE
#include "CPosixFiles.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int hoso_sync_file_system(int descriptor) {
  return syncfs(descriptor);
}

int hoso_rename_exclusively(const char *from, const char *to) {
  return renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE);
}

const char *hoso_error_words(int code) {
  return strerrordesc_np(code);
}
