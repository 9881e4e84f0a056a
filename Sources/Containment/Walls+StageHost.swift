import Glibc

extension Walls {
  /// Around a stage host. Its scratch folder is its home.
  static func stageHost(scratch: String?) -> Walls {
    var readable =
      libraries + [
        "/usr/share/fonts", "/usr/local/share/fonts", "/usr/share/fontconfig", "/etc/fonts", "/var/cache/fontconfig",
        "/usr/share/poppler", "/usr/share/tesseract-ocr", "/usr/share/color", "/usr/share/ghostscript",
        "/usr/share/zoneinfo", "/etc/localtime", "/usr/share/locale", "/usr/lib/locale", "/dev/null", "/dev/urandom",
        "/sys/devices/system/cpu", "/proc/sys/vm/overcommit_memory",
      ]
    if let tessdata = getenv("TESSDATA_PREFIX") { readable.append(String(cString: tessdata)) }
    return Walls(
      readable: readable, executable: [], writable: scratch.map { [$0] } ?? [], openFiles: 128,
      fileBytes: 256 << 20, dataBytes: 16 << 30, cpuSeconds: UInt64(Int64.max), filter: .stageHost())
  }

  /// Around a program of the operator's.
  static func program(_ launch: ProgramLaunch) -> Walls {
    let folder = String(launch.program[..<(launch.program.lastIndex(of: "/") ?? launch.program.startIndex)])
    var readable = [
      "/etc/localtime", "/etc/nsswitch.conf", "/etc/passwd", "/etc/group", "/etc/ssl", "/usr/share/ca-certificates",
      "/dev/urandom", "/dev/zero", "/sys/devices/system/cpu", "/proc", "/proc/self/fd/\(HostDescriptors.input)",
    ]
    if launch.network { readable += ["/etc/resolv.conf", "/etc/hosts", "/etc/services", "/etc/gai.conf"] }
    return Walls(
      readable: readable, executable: libraries + ["/usr", "/bin", "/sbin", "/opt", folder],
      writable: [launch.scratch, "/dev/null"], openFiles: 256, fileBytes: 1 << 30, dataBytes: launch.memoryBytes,
      cpuSeconds: launch.cpuSeconds, filter: .program(network: launch.network))
  }

  private static let libraries = [
    "/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/etc/ld.so.cache",
  ]
}
