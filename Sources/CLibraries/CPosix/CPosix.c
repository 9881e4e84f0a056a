#define _GNU_SOURCE
#include "CPosix.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

ssize_t hoso_send_descriptor(int socket, const void *bytes, size_t length, int descriptor, int wait) {
  struct iovec part = {.iov_base = (void *)bytes, .iov_len = length};
  union {
    struct cmsghdr header;
    char space[CMSG_SPACE(sizeof(int))];
  } control;
  memset(&control, 0, sizeof(control));
  struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1};
  if (descriptor >= 0) {
    message.msg_control = control.space;
    message.msg_controllen = sizeof(control.space);
    struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof(int));
    memcpy(CMSG_DATA(header), &descriptor, sizeof(int));
  }
  ssize_t sent;
  do {
    sent = sendmsg(socket, &message, MSG_NOSIGNAL | (wait ? 0 : MSG_DONTWAIT));
  } while (sent < 0 && errno == EINTR);
  return sent;
}

ssize_t hoso_receive_descriptor(int socket, void *bytes, size_t capacity, int *descriptor, int wait) {
  struct iovec part = {.iov_base = bytes, .iov_len = capacity};
  union {
    struct cmsghdr header;
    char space[CMSG_SPACE(sizeof(int))];
  } control;
  // CMSG_LEN, not CMSG_SPACE: its padding would have room for a second descriptor, which nobody would close.
  struct msghdr message = {
      .msg_iov = &part, .msg_iovlen = 1, .msg_control = control.space, .msg_controllen = CMSG_LEN(sizeof(int))};
  *descriptor = -1;
  ssize_t received;
  do {
    received = recvmsg(socket, &message, MSG_CMSG_CLOEXEC | (wait ? 0 : MSG_DONTWAIT));
  } while (received < 0 && errno == EINTR);
  if (received < 0) return received;
  struct cmsghdr *header = CMSG_FIRSTHDR(&message);
  if (header && header->cmsg_level == SOL_SOCKET && header->cmsg_type == SCM_RIGHTS &&
      header->cmsg_len >= CMSG_LEN(sizeof(int)))
    memcpy(descriptor, CMSG_DATA(header), sizeof(int));
  return received;
}

int hoso_spawn(const hoso_child *child, pid_t *pid) {
  // The descriptors go through high numbers first, so that none is overwritten before its turn.
  enum { high = 200, most = 16 };
  if (child->descriptor_count > most) return EINVAL;
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  int code = posix_spawn_file_actions_init(&actions);
  if (code) return code;
  code = posix_spawnattr_init(&attributes);
  if (code) {
    posix_spawn_file_actions_destroy(&actions);
    return code;
  }
  int held[most];
  int held_count = 0;
  for (int index = 0; index < child->descriptor_count && !code; index++) {
    held[index] = -1;
    held_count = index + 1;
    held[index] = fcntl(child->descriptors[index], F_DUPFD_CLOEXEC, high);
    if (held[index] < 0) code = errno;
  }
  for (int index = 0; index < child->descriptor_count && !code; index++) {
    code = posix_spawn_file_actions_adddup2(&actions, held[index], index);
  }
  if (!code) code = posix_spawn_file_actions_addclosefrom_np(&actions, child->descriptor_count);
  if (!code && child->folder) code = posix_spawn_file_actions_addchdir_np(&actions, child->folder);
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  if (!code) code = posix_spawnattr_setsigmask(&attributes, &none);
  if (!code) code = posix_spawnattr_setsigdefault(&attributes, &all);
  if (!code)
    code = posix_spawnattr_setflags(
        &attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  if (!code)
    code = posix_spawn(pid, child->path, &actions, &attributes, child->arguments, child->environment);
  for (int index = 0; index < held_count; index++)
    if (held[index] >= 0) close(held[index]);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return code;
}

pid_t hoso_fork(void) { return fork(); }

int hoso_wait(pid_t pid, int wait, hoso_child_end *end) {
  int status;
  struct rusage usage;
  pid_t answer;
  do {
    answer = wait4(pid, &status, wait ? 0 : WNOHANG, &usage);
  } while (answer < 0 && errno == EINTR);
  if (answer < 0) return -1;
  if (answer == 0) return 0;
  end->exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
  end->signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  end->peak_bytes = (int64_t)usage.ru_maxrss * 1024;
  end->cpu_milliseconds = (int64_t)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000 +
                          (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000;
  return 1;
}

static int set_soft(pid_t pid, int resource, uint64_t value) {
  struct rlimit limit;
  if (prlimit(pid, resource, NULL, &limit)) return errno;
  limit.rlim_cur = limit.rlim_max == RLIM_INFINITY || value < limit.rlim_max ? value : limit.rlim_max;
  return prlimit(pid, resource, &limit, NULL) ? errno : 0;
}

int hoso_limit_child(pid_t pid, uint64_t data_bytes, uint64_t cpu_seconds) {
  int code = set_soft(pid, RLIMIT_DATA, data_bytes);
  return code ? code : set_soft(pid, RLIMIT_CPU, cpu_seconds);
}

int64_t hoso_boot_milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_BOOTTIME, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int64_t hoso_cpu_milliseconds(pid_t pid) {
  clockid_t clock;
  struct timespec used;
  if (clock_getcpuclockid(pid, &clock) || clock_gettime(clock, &used)) return -1;
  return (int64_t)used.tv_sec * 1000 + used.tv_nsec / 1000000;
}

/// A socket's address holds 107 bytes; through /proc any folder fits.
static int bell_address(const char *folder, const char *name, struct sockaddr_un *address, int *handle) {
  *handle = open(folder, O_PATH | O_DIRECTORY | O_CLOEXEC);
  if (*handle < 0) return errno;
  memset(address, 0, sizeof(*address));
  address->sun_family = AF_UNIX;
  int length = snprintf(
      address->sun_path, sizeof(address->sun_path), "/proc/self/fd/%d/%s", *handle, name);
  if (length < (int)sizeof(address->sun_path)) return 0;
  close(*handle);
  return ENAMETOOLONG;
}

int hoso_bell_bind(const char *folder, const char *name) {
  struct sockaddr_un address;
  int handle;
  int code = bell_address(folder, name, &address, &handle);
  if (code) {
    errno = code;
    return -1;
  }
  int bell = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (bell >= 0 && bind(bell, (struct sockaddr *)&address, sizeof(address))) {
    code = errno;
    close(bell);
    bell = -1;
  } else if (bell < 0) {
    code = errno;
  }
  close(handle);
  errno = code;
  return bell;
}

int hoso_bell_ring(const char *folder, const char *name, uint8_t byte) {
  struct sockaddr_un address;
  int handle;
  int code = bell_address(folder, name, &address, &handle);
  if (code) return code;
  int ringer = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (ringer < 0) {
    code = errno;
  } else {
    // A full queue means that the bell is ringing already.
    if (sendto(ringer, &byte, 1, MSG_NOSIGNAL, (struct sockaddr *)&address, sizeof(address)) < 0 &&
        errno != EAGAIN && errno != ENOBUFS)
      code = errno;
    close(ringer);
  }
  close(handle);
  return code;
}

int hoso_no_new_privileges(void) { return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) ? errno : 0; }

int hoso_limit_self(int resource, uint64_t soft, uint64_t hard) {
  static const int names[] = {
      [HOSO_LIMIT_CORE] = RLIMIT_CORE,           [HOSO_LIMIT_FILE_SIZE] = RLIMIT_FSIZE,
      [HOSO_LIMIT_OPEN_FILES] = RLIMIT_NOFILE,   [HOSO_LIMIT_PROCESSES] = RLIMIT_NPROC,
      [HOSO_LIMIT_CPU_SECONDS] = RLIMIT_CPU,     [HOSO_LIMIT_DATA] = RLIMIT_DATA,
  };
  if (resource < HOSO_LIMIT_CORE || resource > HOSO_LIMIT_DATA) return EINVAL;
  struct rlimit limit;
  if (getrlimit(names[resource], &limit)) return errno;
  // A limit that is lower already stays: only root may raise it again.
  if (limit.rlim_max != RLIM_INFINITY && hard > limit.rlim_max) hard = limit.rlim_max;
  limit.rlim_max = hard;
  limit.rlim_cur = soft < hard ? soft : hard;
  return setrlimit(names[resource], &limit) ? errno : 0;
}

static void report_forbidden_call(int signal_number, siginfo_t *info, void *context) {
  (void)context;
  // Async-signal-safe by hand: no stdio here.
  char line[64] = "hoso: forbidden system call ";
  size_t length = strlen(line);
  char digits[12];
  int count = 0;
  unsigned number = (unsigned)info->si_syscall;
  do {
    digits[count++] = (char)('0' + number % 10);
    number /= 10;
  } while (number && count < 11);
  while (count) line[length++] = digits[--count];
  line[length++] = '\n';
  ssize_t ignored = write(2, line, length);
  (void)ignored;
  // SA_RESETHAND has put the default back: on return the signal kills.
  raise(signal_number);
}

void hoso_report_forbidden_calls(void) {
  struct sigaction action;
  memset(&action, 0, sizeof(action));
  action.sa_sigaction = report_forbidden_call;
  action.sa_flags = SA_SIGINFO | SA_RESETHAND;
  sigaction(SIGSYS, &action, NULL);
}

struct thread_start {
  void (*body)(void *);
  void *context;
};

static void *run_thread(void *argument) {
  struct thread_start start = *(struct thread_start *)argument;
  free(argument);
  start.body(start.context);
  return NULL;
}

int hoso_start_thread(size_t stack_bytes, void (*body)(void *), void *context) {
  struct thread_start *start = malloc(sizeof(*start));
  if (!start) return ENOMEM;
  start->body = body;
  start->context = context;
  pthread_attr_t attributes;
  int code = pthread_attr_init(&attributes);
  if (code) {
    free(start);
    return code;
  }
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_attr_setstacksize(&attributes, stack_bytes);
  // Signals are the main thread's affair.
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pthread_t thread;
  code = pthread_create(&thread, &attributes, run_thread, start);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  pthread_attr_destroy(&attributes);
  if (code) free(start);
  return code;
}

int hoso_open_process(pid_t pid) { return (int)syscall(SYS_pidfd_open, pid, 0); }

int hoso_end_group_of_ended(pid_t pid) {
  siginfo_t info;
  memset(&info, 0, sizeof(info));
  if (waitid(P_PID, (id_t)pid, &info, WEXITED | WNOHANG | WNOWAIT) || info.si_pid != pid) return 0;
  kill(-pid, SIGKILL);
  return 1;
}

int hoso_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC) ? errno : 0; }
