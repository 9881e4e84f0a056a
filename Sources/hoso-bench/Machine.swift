import Glibc

/// The machine that figures were taken on: without it they mean nothing.
enum Machine {
  static var name: String {
    let model = line(of: "/proc/cpuinfo", beginning: "model name") ?? "unknown processor"
    let memory = (line(of: "/proc/meminfo", beginning: "MemTotal").flatMap { Int($0.prefix { $0 != " " }) } ?? 0) >> 10
    let kernel = text(of: "/proc/sys/kernel/osrelease") ?? "?"
    return "\(model), \(sysconf(Int32(_SC_NPROCESSORS_ONLN))) cores, \(memory) MiB, Linux \(kernel)"
  }

  /// Processes that want a core at present: above the number of cores, figures are of a machine that is shared.
  static var load: String { text(of: "/proc/loadavg").map { String($0.prefix { $0 != " " }) } ?? "?" }

  private static func line(of path: String, beginning name: String) -> String? {
    for line in (text(of: path) ?? "").split(whereSeparator: \.isNewline) where line.hasPrefix(name) {
      guard let colon = line.firstIndex(of: ":") else { continue }
      return String(line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" })
    }
    return nil
  }

  private static func text(of path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = fread(&bytes, 1, bytes.count, file)
    let whole = String(decoding: bytes[..<count], as: UTF8.self)
    return whole.hasSuffix("\n") && whole.filter(\.isNewline).count == 1 ? String(whole.dropLast()) : whole
  }
}
