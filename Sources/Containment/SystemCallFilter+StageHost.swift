import CSeccomp
import Glibc

extension SystemCallFilter {
  /// A stage host computes: it reads, takes memory, starts threads, answers on its socket. Nothing else.
  ///
  /// What libraries may try in vain (a look at the terminal, a limit) is refused, so that they go on without; what
  /// only an attacker does ends the process and stands in the record as what it is.
  static func stageHost() -> SystemCallFilter {
    var rules = computing.map { Rule(answer: .allow, call: $0) }
    rules += forbidden.map { Rule(answer: .trap, call: $0) }
    // clone3's flags lie in memory, where a filter cannot look: glibc falls back to clone when it is told that
    // there is no such call (and fails when told that it must not).
    rules.append(Rule(answer: .refuse(ENOSYS), call: "clone3"))
    let thread = hoso_clone_thread
    rules.append(Rule(answer: .allow, call: "clone", conditions: [hoso_seccomp_masked(0, thread, thread)]))
    rules.append(Rule(answer: .trap, call: "clone", conditions: [hoso_seccomp_masked(0, thread, 0)]))
    // abort() signals its own process; others are out of bounds, and so is SIGKILL, which would look as though it
    // had come from outside.
    let own = UInt64(getpid())
    rules.append(
      Rule(
        answer: .allow, call: "tgkill",
        conditions: [hoso_seccomp_masked(0, UInt64.max, own), hoso_seccomp_differs(2, UInt64(SIGKILL))]))
    rules.append(Rule(answer: .trap, call: "tgkill", conditions: [hoso_seccomp_differs(0, own)]))
    // The handler that reports forbidden calls stays.
    rules.append(Rule(answer: .allow, call: "rt_sigaction", conditions: [hoso_seccomp_differs(0, UInt64(SIGSYS))]))
    // Looking at limits passes, changing them does not.
    rules.append(Rule(answer: .allow, call: "prlimit64", conditions: [hoso_seccomp_masked(2, UInt64.max, 0)]))
    // Names of threads; nothing that lifts a wall.
    rules.append(
      Rule(answer: .allow, call: "prctl", conditions: [hoso_seccomp_masked(0, 0xffff_ffff, hoso_prctl_set_name)]))
    // Not F_SETOWN and F_SETSIG, which make the kernel signal other processes.
    for command in [
      F_DUPFD, F_GETFD, F_SETFD, F_GETFL, F_SETFL, F_GETLK, F_SETLK, F_DUPFD_CLOEXEC,
    ] {
      rules.append(
        Rule(answer: .allow, call: "fcntl", conditions: [hoso_seccomp_masked(1, 0xffff_ffff, UInt64(command))]))
    }
    return SystemCallFilter(otherwise: .refuse(EPERM), rules: rules)
  }

  /// A program of the operator's: anything but reaching out, looking into others, or leaving its process group,
  /// by which it is ended.
  static func program(network: Bool) -> SystemCallFilter {
    var refused = forbidden.filter { !["execve", "execveat", "fork", "vfork", "kill", "tkill"].contains($0) }
    if network { refused.removeAll { networking.contains($0) } }
    refused += ["setsid", "setpgid"]
    return SystemCallFilter(otherwise: .allow, rules: refused.map { Rule(answer: .refuse(EPERM), call: $0) })
  }

  private static let computing = [
    // Files: where, Landlock decides.
    "read", "write", "readv", "writev", "pread64", "pwrite64", "preadv", "lseek", "close", "close_range", "open",
    "openat", "fstat", "stat", "lstat", "newfstatat", "statx", "fstatfs", "statfs", "access", "faccessat",
    "faccessat2", "readlink", "readlinkat", "getdents64", "getcwd", "unlink", "unlinkat", "ftruncate", "mkdir",
    "mkdirat", "rmdir", "rename", "renameat", "renameat2", "fsync", "fdatasync", "fadvise64", "dup", "dup2", "dup3",
    "pipe", "pipe2", "eventfd2", "umask",
    // Memory and threads
    "mmap", "munmap", "mprotect", "mremap", "brk", "madvise", "mincore", "msync", "futex", "futex_waitv", "rseq",
    "set_robust_list", "get_robust_list", "set_tid_address", "sched_yield", "sched_getaffinity",
    "sched_getparam", "sched_getscheduler", "membarrier", "getcpu",
    // Its own signals, time and end
    "rt_sigprocmask", "rt_sigreturn", "rt_sigpending", "rt_sigtimedwait", "sigaltstack", "restart_syscall",
    "clock_gettime", "clock_getres", "clock_nanosleep", "nanosleep", "gettimeofday", "time", "times", "getrusage",
    "getrlimit", "pause", "exit", "exit_group",
    // Who and where it is
    "getpid", "gettid", "getppid", "getpgrp", "getuid", "geteuid", "getgid", "getegid", "uname", "sysinfo",
    "getrandom",
    // The socket that it was given
    "recvmsg", "recvfrom", "sendmsg", "sendto", "shutdown", "poll", "ppoll", "select", "pselect6",
  ]

  private static let networking = [
    "socket", "socketpair", "connect", "bind", "listen", "accept", "accept4",
  ]

  private static let forbidden =
    networking + [
      "execve", "execveat", "fork", "vfork", "ptrace", "process_vm_readv", "process_vm_writev", "kill", "tkill",
      "rt_sigqueueinfo", "rt_tgsigqueueinfo", "pidfd_open", "pidfd_getfd", "pidfd_send_signal", "process_madvise",
      "kcmp", "mount", "umount2", "move_mount", "open_tree", "fsopen", "fsconfig", "fsmount", "mount_setattr",
      "pivot_root", "chroot", "setns", "unshare", "bpf", "perf_event_open", "userfaultfd", "io_uring_setup",
      "io_uring_enter", "io_uring_register", "keyctl", "add_key", "request_key", "init_module", "finit_module",
      "delete_module", "kexec_load", "kexec_file_load", "reboot", "swapon", "swapoff", "sethostname",
      "setdomainname", "settimeofday", "clock_settime", "adjtimex", "acct", "quotactl", "iopl", "ioperm",
      "open_by_handle_at", "name_to_handle_at", "setuid", "setgid", "setreuid", "setregid", "setresuid",
      "setresgid", "setgroups", "capset", "personality", "mknod", "mknodat", "fanotify_init",
    ]
}
