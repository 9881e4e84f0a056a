/// How a stage ended: the five ends of the design.
public enum StageOutcome: String, Sendable, Codable {
  case done
  /// The sender can mend it: the result's problems say what and how.
  case rejected
  /// A person must look.
  case review
  /// Passing trouble: run it again later.
  case retry
  /// Ours.
  case fault
}
