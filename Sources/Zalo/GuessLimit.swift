import Dossiers
import Synchronization

/// Slows citizens down who try one code after another.
final class GuessLimit: Sendable {
  private static let allowed = 5
  private static let windowMilliseconds: Int64 = 600_000
  private let misses = Mutex<[String: [Timestamp]]>([:])

  func allows(_ citizen: String) -> Bool {
    let since = Wall.now().adding(milliseconds: -Self.windowMilliseconds)
    return misses.withLock { misses in
      misses = misses.compactMapValues { times in
        let recent = times.filter { $0 > since }
        return recent.isEmpty ? nil : recent
      }
      return (misses[citizen]?.count ?? 0) < Self.allowed
    }
  }

  func missed(_ citizen: String) {
    misses.withLock { $0[citizen, default: []].append(Wall.now()) }
  }
}
