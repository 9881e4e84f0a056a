import Foundation
import Synchronization

/// Looks at a running program from outside: what it and its children have in memory, and how long it holds each file
/// below a folder open.
final class ProgramWatch: Sendable {
  struct Seen: Sendable {
    /// The most that all its processes had in memory at one time; pages that they share count once for each.
    var peakBytes = 0
    /// Seconds between the first and the last look that found the file open.
    var secondsOpen: [String: Double] = [:]
    fileprivate var openSince: [String: Date] = [:]
  }

  private let folder: String
  private let seen = Mutex(Seen())
  private let isOver = Atomic(false)
  private let gone = DispatchSemaphore(value: 0)

  /// Files elsewhere than below `folder` are not looked at.
  init(folder: String) {
    self.folder = folder
  }

  /// Looks at that process until `end` is called.
  func begin(_ id: Int32) {
    Thread { [self] in
      while !isOver.load(ordering: .relaxed) {
        look(at: id)
        Thread.sleep(forTimeInterval: 0.1)
      }
      gone.signal()
    }.start()
  }

  func end() -> Seen {
    isOver.store(true, ordering: .relaxed)
    gone.wait()
    return seen.withLock(\.self)
  }

  private func look(at id: Int32) {
    let family = [id] + ProcessTable.all().filter { $0.parent == id }.map(\.id)
    let bytes = family.reduce(0) { $0 + Self.residentBytes($1) }
    let now = Date()
    let descriptors = "/proc/\(id)/fd/"
    let open = Set(
      ((try? FileManager.default.contentsOfDirectory(atPath: descriptors)) ?? [])
        .compactMap { try? FileManager.default.destinationOfSymbolicLink(atPath: descriptors + $0) }
        .filter { $0.hasPrefix(folder) })
    seen.withLock { seen in
      seen.peakBytes = max(seen.peakBytes, bytes)
      for file in open {
        let since = seen.openSince[file] ?? now
        seen.openSince[file] = since
        seen.secondsOpen[file] = now.timeIntervalSince(since)
      }
      // A file that is opened again later begins anew.
      seen.openSince = seen.openSince.filter { open.contains($0.key) }
    }
  }

  private static func residentBytes(_ id: Int32) -> Int {
    let words = (try? String(contentsOfFile: "/proc/\(id)/statm", encoding: .utf8))?.split(separator: " ") ?? []
    return words.count > 1 ? (Int(words[1]) ?? 0) * sysconf(Int32(_SC_PAGESIZE)) : 0
  }
}
