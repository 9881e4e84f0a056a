import Foundation

/// The running processes, from /proc.
enum ProcessTable {
  struct Entry: Sendable {
    let id: Int32
    let parent: Int32
    let command: String
  }

  static func all() -> [Entry] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap { name in
      guard let id = Int32(name), let status = try? String(contentsOfFile: "/proc/\(name)/stat", encoding: .utf8),
        let close = status.lastIndex(of: ")"),
        let parent = status[close...].split(separator: " ").dropFirst(2).first.flatMap({ Int32($0) }),
        let data = FileManager.default.contents(atPath: "/proc/\(name)/cmdline")
      else { return nil }
      let words = data.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
      return Entry(id: id, parent: parent, command: words.joined(separator: " "))
    }
  }

  /// Stage hosts that are children of that process.
  static func stageHosts(of parent: Int32) -> [Int32] {
    all().filter { $0.parent == parent && $0.command.contains("hoso-stage-host") }.map(\.id)
  }

  /// All stage hosts of the programs under test; those of another checkout on this machine are not ours.
  static func stageHosts() -> Set<Int32> {
    Set(all().filter { $0.command.contains("hoso-stage-host") && executable($0.id) == hostProgram }.map(\.id))
  }

  private static let hostProgram = resolved(Program.folder + "/hoso-stage-host") ?? "?"

  private static func executable(_ id: Int32) -> String? { resolved("/proc/\(id)/exe") }

  /// Links followed; nil where there is no such file or, of a process, no more.
  private static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
