/// The store's answer to a submission; `wasKnown` when the idempotency key had been used before.
public struct SubmissionAnswer: Sendable {
  public let submission: Submission
  public let dossier: Dossier
  public let wasKnown: Bool
  /// What was delivered under the key the first time.
  public let delivery: Delivery

  public init(submission: Submission, dossier: Dossier, wasKnown: Bool, delivery: Delivery) {
    self.submission = submission
    self.dossier = dossier
    self.wasKnown = wasKnown
    self.delivery = delivery
  }
}
