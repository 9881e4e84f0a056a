import CPosix
import Glibc
import Stages

/// What a process may still do once it has confined itself. Each wall stands on its own: where the kernel lacks
/// one, the others are put up all the same, and the worker is told.
struct Walls {
  var readable: [String]
  var executable: [String]
  var writable: [String]
  var openFiles: UInt64
  var fileBytes: UInt64
  /// Private memory. The worker lowers it for each stage from outside, and this is the most that it can allow.
  var dataBytes: UInt64
  var cpuSeconds: UInt64
  var filter: SystemCallFilter

  /// Puts the walls up around this thread and all that come after it.
  func putUp() -> [HostLayer] {
    [
      layer(.noNewPrivileges) { () throws(WallError) in
        try check("giving up new privileges", hoso_no_new_privileges())
        return "set-user-id programs gain nothing"
      },
      layer(.limits, limit),
      layer(.landlock) { () throws(WallError) in try landlock() },
      layer(.systemCalls) { () throws(WallError) in
        hoso_report_forbidden_calls()
        return try filter.load()
      },
    ]
  }

  private func limit() throws(WallError) -> String {
    let limits = [
      (HOSO_LIMIT_CORE, 0), (HOSO_LIMIT_FILE_SIZE, fileBytes), (HOSO_LIMIT_OPEN_FILES, openFiles),
      (HOSO_LIMIT_DATA, dataBytes), (HOSO_LIMIT_CPU_SECONDS, cpuSeconds),
    ]
    for (resource, value) in limits {
      try check("setting limit \(resource)", hoso_limit_self(Int32(resource), value, value))
    }
    return "no core dumps, \(openFiles) open files, \(fileBytes >> 20) MiB a file, \(dataBytes >> 20) MiB of memory"
  }

  private func landlock() throws(WallError) -> String {
    let version = hoso_landlock_version()
    // Counted before /proc is out of sight.
    let threads = Self.threadCount
    guard version > 0 else { throw WallError(doing: "Landlock", code: ENOSYS) }
    let ruleset = hoso_landlock_create(version)
    guard ruleset >= 0 else { throw WallError(doing: "making a Landlock ruleset", code: errno) }
    defer { close(ruleset) }
    for path in readable {
      try check("allowing \(path)", hoso_landlock_allow(ruleset, version, path, 0, 0))
    }
    for path in executable {
      try check("allowing \(path)", hoso_landlock_allow(ruleset, version, path, 1, 0))
    }
    for path in writable {
      try check("allowing \(path)", hoso_landlock_allow(ruleset, version, path, 0, 1))
    }
    try check("enforcing Landlock", hoso_landlock_enforce(ruleset))
    // Unlike the filter, it binds only this thread and those to come.
    guard threads == 1 else { throw WallError(doing: "binding threads that ran before Landlock", code: EBUSY) }
    return "version \(version)"
  }

  private static let threadCount: Int = {
    guard let folder = opendir("/proc/self/task") else { return 1 }
    defer { closedir(folder) }
    var count = 0
    while let entry = readdir(folder) {
      if entry.pointee.d_name.0 != CChar(bitPattern: UInt8(ascii: ".")) { count += 1 }
    }
    return count
  }()

  private func check(_ doing: String, _ code: Int32) throws(WallError) {
    if code != 0 { throw WallError(doing: doing, code: code) }
  }

  private func layer(_ name: HostLayer.Name, _ body: () throws(WallError) -> String) -> HostLayer {
    do {
      return HostLayer(name, isActive: true, detail: try body())
    } catch {
      return HostLayer(name, isActive: false, detail: error.description)
    }
  }
}
