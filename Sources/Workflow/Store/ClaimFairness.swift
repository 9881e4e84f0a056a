import Synchronization

/// Which claims go by age: one in eight, so that nothing waits for ever behind a stream of higher priorities.
final class ClaimFairness: Sendable {
  private static let every = 8
  private let claims = Mutex(0)

  func nextGoesByAge() -> Bool {
    claims.withLock { count in
      count = (count + 1) % Self.every
      return count == 0
    }
  }
}
