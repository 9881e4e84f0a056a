import CPosix
import Glibc

/// What another process uses, read from outside: a host that has been taken over cannot lie about it.
struct ProcessGauge {
  let pid: pid_t

  /// Bytes now in memory, 0 when it is gone.
  var residentBytes: Int64 {
    let fields = read("statm").split(separator: UInt8(ascii: " "))
    guard fields.count > 1, let pages = Int64(String(decoding: fields[1], as: UTF8.self)) else { return 0 }
    return pages * Int64(sysconf(Int32(_SC_PAGESIZE)))
  }

  /// The largest that was in memory since `resetPeak`.
  var peakBytes: Int64 { status("VmHWM:") }
  /// Private memory asked for, touched or not: what RLIMIT_DATA counts.
  var dataBytes: Int64 { status("VmData:") }

  func resetPeak() {
    let descriptor = open("/proc/\(pid)/clear_refs", O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    // 5: proc(5), "reset the peak resident set size"
    _ = write(descriptor, "5", 1)
    close(descriptor)
  }

  var cpuMilliseconds: Int64 { max(0, hoso_cpu_milliseconds(pid)) }

  private func status(_ key: String) -> Int64 {
    for line in read("status").split(separator: UInt8(ascii: "\n")) {
      let text = String(decoding: line, as: UTF8.self)
      guard text.hasPrefix(key) else { continue }
      return (Int64(text.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first ?? "") ?? 0) << 10
    }
    return 0
  }

  private func read(_ name: String) -> [UInt8] {
    let descriptor = open("/proc/\(pid)/\(name)", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    return [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
      count = max(0, Glibc.read(descriptor, buffer.baseAddress, buffer.count))
    }
  }
}
