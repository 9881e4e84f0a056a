/// The judgement on a document.
public enum Verdict: String, Sendable, Codable {
  case accepted, rejected, review

  /// The verdict that a document's problems lead to: the worst severity decides.
  public init(problems: some Sequence<Problem>) {
    var verdict = Verdict.accepted
    for problem in problems {
      switch problem.severity {
      case .rejects:
        self = .rejected
        return
      case .review: verdict = .review
      case .warning: break
      }
    }
    self = verdict
  }
}
