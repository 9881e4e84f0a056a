#define _GNU_SOURCE
#include "CPosixFiles.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/vfs.h>
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

int hoso_watch_folder(const char *path) {
  int watch = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
  if (watch < 0) return -1;
  if (inotify_add_watch(watch, path, IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_ONLYDIR) < 0) {
    int code = errno;
    close(watch);
    errno = code;
    return -1;
  }
  return watch;
}

int hoso_wait_for_watch(int watch, int milliseconds) {
  struct pollfd waited = {.fd = watch, .events = POLLIN};
  if (poll(&waited, 1, milliseconds) <= 0) return 0;
  char buffer[8192];
  while (read(watch, buffer, sizeof buffer) > 0) {}
  return 1;
}

int hoso_has_writer(int descriptor) {
  // A read lease is granted only where nobody has the file open for writing.
  if (fcntl(descriptor, F_SETLEASE, F_RDLCK) == 0) {
    fcntl(descriptor, F_SETLEASE, F_UNLCK);
    return 0;
  }
  return errno == EAGAIN;
}

int hoso_is_remote(const char *path) {
  struct statfs status;
  if (statfs(path, &status) != 0) return 0;
  switch ((unsigned long)status.f_type) {
    case 0x6969:      // NFS
    case 0x517B:      // SMB
    case 0xFE534D42:  // SMB2
    case 0xFF534D42:  // CIFS
    case 0x65735546:  // FUSE: sshfs and its like
    case 0x01021997:  // 9P
    case 0x00C36400:  // Ceph
      return 1;
    default:
      return 0;
  }
}
