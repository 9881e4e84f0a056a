/// How long a stage waits before it is tried again.
enum Backoff {
  /// Passing trouble (a full disk, an antivirus that is away) may last a working day; our own faults do not mend
  /// themselves.
  static let retriesAllowed = 60
  static let faultsAllowed = 5

  private static let first: Int64 = 1_000
  private static let longest: Int64 = 600_000

  /// Milliseconds before the next try, after so many: doubling, with a quarter up or down so that tasks that failed
  /// together do not come back together.
  static func milliseconds(afterAttempts attempts: Int) -> Int64 {
    let plain = min(longest, first << Int64(min(max(0, attempts), 20)))
    return plain + Int64.random(in: -plain / 4...plain / 4)
  }
}
