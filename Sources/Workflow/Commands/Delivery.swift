/// What an idempotency key stands for: papers for a new dossier, or for one that there is. The same key with anything
/// else is no repetition, and must not be answered as one.
public struct Delivery: Sendable, Hashable {
  /// The dossier that was supplemented; nil where one was made.
  public let supplements: DossierID?
  /// SHA-256 of every file, sorted.
  public let sha256: [String]

  public init(supplements: DossierID?, sha256: some Sequence<String>) {
    self.supplements = supplements
    self.sha256 = sha256.sorted()
  }
}
