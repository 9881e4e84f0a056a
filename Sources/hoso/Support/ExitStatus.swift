/// What the shell is told (see README, "Exit codes").
enum ExitStatus: Int32 {
  case done = 0
  /// Some input was rejected or needs review.
  case needsAttention = 1
  /// Wrong usage or configuration.
  case usage = 2
  /// A fault of ours.
  case fault = 3

  /// The weightier of two, for commands that look at several things.
  func worse(_ other: ExitStatus) -> ExitStatus { rawValue >= other.rawValue ? self : other }
}
