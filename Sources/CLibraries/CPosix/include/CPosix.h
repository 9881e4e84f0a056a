#pragma once
#include "CPosixFiles.h"
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// Sends `length` bytes and, when `descriptor` >= 0, that descriptor beside them (SCM_RIGHTS, whose CMSG macros
/// Swift does not import). Returns what sendmsg returns (which may be fewer bytes); never raises SIGPIPE, never
/// blocks when `wait` is 0.
ssize_t hoso_send_descriptor(int socket, const void *bytes, size_t length, int descriptor, int wait);

/// Receives bytes and at most one descriptor (close-on-exec), -1 in `*descriptor` when none came. Further
/// descriptors are closed by the kernel. Never blocks when `wait` is 0.
ssize_t hoso_receive_descriptor(int socket, void *bytes, size_t capacity, int *descriptor, int wait);

/// What a child is started with. All strings stay the caller's.
typedef struct {
  const char *path;
  char *const *arguments;
  char *const *environment;
  const char *folder;
  /// `descriptors[n]` becomes the child's descriptor n; everything else is closed.
  const int *descriptors;
  int descriptor_count;
} hoso_child;

/// posix_spawn in a session (and so a process group) of its own, with every signal at its default and none blocked.
/// Returns 0, or an errno.
int hoso_spawn(const hoso_child *child, pid_t *pid);

/// fork, for a process that has one thread: Swift hides it because of the others that a program usually has.
pid_t hoso_fork(void);

/// How a child ended: `signal` is 0 unless one killed it. Peak is the largest resident set in bytes.
typedef struct {
  int exit_code;
  int signal;
  int64_t peak_bytes;
  int64_t cpu_milliseconds;
} hoso_child_end;

/// Waits for a child; with `wait` 0 only looks. Returns 1 when it has ended, 0 when it has not, -1 with errno.
int hoso_wait(pid_t pid, int wait, hoso_child_end *end);

/// Soft limits of another process, set from outside: bytes of private memory, seconds of processor time since its
/// start. Returns 0, or an errno.
int hoso_limit_child(pid_t pid, uint64_t data_bytes, uint64_t cpu_seconds);

/// Milliseconds since boot, sleep included (CLOCK_BOOTTIME): no clock change moves it.
int64_t hoso_boot_milliseconds(void);

/// Milliseconds of processor time that a process has used, -1 when it is gone.
int64_t hoso_cpu_milliseconds(pid_t pid);

/// Binds a Unix datagram socket (close-on-exec, non-blocking) at `folder`/`name`, however long the folder's path is.
/// Returns the socket, or -1 with errno.
int hoso_bell_bind(const char *folder, const char *name);

/// Sends one byte to the datagram socket at `folder`/`name`. Returns 0, or an errno: ECONNREFUSED means that nobody
/// listens there any more.
int hoso_bell_ring(const char *folder, const char *name, uint8_t byte);

/// The kernel's Landlock version, 0 where it has none.
int hoso_landlock_version(void);

/// A Landlock ruleset over every file-system right (and TCP, and leaving the domain by signal or abstract socket,
/// where the kernel knows them). Returns a descriptor, or -1 with errno.
int hoso_landlock_create(int version);

/// Grants below `path`: reading and, when asked, executing, writing and making files. A path that is absent is no
/// error. Returns 0, or an errno.
int hoso_landlock_allow(int ruleset, int version, const char *path, int execute, int write);

/// Binds this thread and its later children. The caller has set no_new_privs. Returns 0, or an errno.
int hoso_landlock_enforce(int ruleset);

/// prctl(PR_SET_NO_NEW_PRIVS). Returns 0, or an errno.
int hoso_no_new_privileges(void);

/// Sets soft and hard limit alike: `resource` is one of HOSO_LIMIT_*. Returns 0, or an errno.
int hoso_limit_self(int resource, uint64_t soft, uint64_t hard);
enum {
  HOSO_LIMIT_CORE = 1,
  HOSO_LIMIT_FILE_SIZE,
  HOSO_LIMIT_OPEN_FILES,
  HOSO_LIMIT_PROCESSES,
  HOSO_LIMIT_CPU_SECONDS,
  HOSO_LIMIT_DATA,
};

/// Installs a handler of SIGSYS that writes the forbidden call's number to standard error and lets the signal kill
/// the process.
void hoso_report_forbidden_calls(void);

/// Starts a detached thread with every signal blocked. Returns 0, or an errno.
int hoso_start_thread(size_t stack_bytes, void (*body)(void *), void *context);

/// A descriptor that becomes readable when the process has ended (pidfd_open); -1 with errno.
int hoso_open_process(pid_t pid);

/// Kills what is left of an ended child's process group, before the child is reaped and its number is free again.
/// Returns 1 when the child had ended, 0 when not.
int hoso_end_group_of_ended(pid_t pid);

/// A pipe, both ends close-on-exec: reading, writing. Returns 0, or an errno.
int hoso_pipe(int ends[2]);
