import Glibc

/// A program run to its end, and what it took.
struct Child {
  let status: Int32
  let seconds: Double
  /// Of the program and all that it started and waited for.
  let cpuSeconds: Double

  /// Output and errors go to `log`.
  static func run(_ path: String, _ arguments: [String], log: String = "/dev/null") throws -> Child {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, log, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    let names = ["PATH", "HOME", "TMPDIR", "LANG", "HOSO_STAGE_HOST", "TESSDATA_PREFIX"]
    var environment: [UnsafeMutablePointer<CChar>?] =
      names.compactMap { name in getenv(name).map { strdup("\(name)=\(String(cString: $0))") } } + [nil]
    defer { for variable in environment { free(variable) } }
    var pid: pid_t = 0
    let start = monotonicNanoseconds()
    guard posix_spawn(&pid, path, &actions, nil, &words, &environment) == 0 else {
      throw UsageError(message: "cannot start \(path)")
    }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(pid, &status, 0, &usage) < 0, errno == EINTR {}
    let seconds = Double(monotonicNanoseconds() - start) / 1e9
    func time(_ value: timeval) -> Double { Double(value.tv_sec) + Double(value.tv_usec) / 1e6 }
    return Child(
      status: (status >> 8) & 0xFF, seconds: seconds, cpuSeconds: time(usage.ru_utime) + time(usage.ru_stime))
  }
}
