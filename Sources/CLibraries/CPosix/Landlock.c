#define _GNU_SOURCE
#include "CPosix.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

// Debian 12's headers stop at Landlock's first versions; the numbers are the kernel's interface and never change.
#define RIGHT_REFER (1ULL << 13)     // version 2
#define RIGHT_TRUNCATE (1ULL << 14)  // version 3
#define RIGHT_IOCTL (1ULL << 15)     // version 5

struct ruleset_attributes {
  uint64_t files;
  uint64_t network;  // version 4: bind and connect of TCP
  uint64_t scopes;   // version 6: abstract Unix sockets, signals
};

static uint64_t all_rights(int version) {
  uint64_t rights = (1ULL << 13) - 1;
  if (version >= 2) rights |= RIGHT_REFER;
  if (version >= 3) rights |= RIGHT_TRUNCATE;
  if (version >= 5) rights |= RIGHT_IOCTL;
  return rights;
}

int hoso_landlock_version(void) {
  long version = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
  return version < 0 ? 0 : (int)version;
}

int hoso_landlock_create(int version) {
  struct ruleset_attributes attributes = {.files = all_rights(version)};
  size_t size = 8;
  if (version >= 4) {
    attributes.network = 3;
    size = 16;
  }
  if (version >= 6) {
    attributes.scopes = 3;
    size = 24;
  }
  return (int)syscall(SYS_landlock_create_ruleset, &attributes, size, 0);
}

int hoso_landlock_allow(int ruleset, int version, const char *path, int execute, int write) {
  int handle = open(path, O_PATH | O_CLOEXEC);
  if (handle < 0) return errno == ENOENT || errno == ENOTDIR ? 0 : errno;
  struct stat about;
  if (fstat(handle, &about)) {
    int code = errno;
    close(handle);
    return code;
  }
  uint64_t rights = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
  if (execute) rights |= LANDLOCK_ACCESS_FS_EXECUTE;
  if (write)
    rights |= LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR |
              LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_DIR | RIGHT_TRUNCATE;
  // A rule on a file may only carry rights that files have.
  if (!S_ISDIR(about.st_mode))
    rights &= LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE |
              RIGHT_TRUNCATE;
  struct landlock_path_beneath_attr rule = {.allowed_access = rights & all_rights(version), .parent_fd = handle};
  int code = syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) ? errno : 0;
  close(handle);
  return code;
}

int hoso_landlock_enforce(int ruleset) {
  return syscall(SYS_landlock_restrict_self, ruleset, 0) ? errno : 0;
}
