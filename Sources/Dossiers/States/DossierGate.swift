/// Whether a dossier's stages go on to receipt and package, once its documents are through.
public enum DossierGate {
  /// How a document ended; the raw values are those of the store.
  public enum DocumentState: String, Sendable, Codable, CaseIterable {
    case waiting, accepted, review, rejected, quarantined, cancelled
  }

  public enum Decision: String, Sendable, Codable {
    /// Some document is still being worked on.
    case wait
    case proceed
    /// The sender must mend something.
    case rejected
    /// A person must look.
    case review
  }

  /// Cancelled documents do not count; a dossier of which nothing else is left needs a person.
  public static func decide(_ documents: some Sequence<DocumentState>, problems: [Problem] = []) -> Decision {
    let states = documents.filter { $0 != .cancelled }
    if states.contains(.waiting) { return .wait }
    if states.contains(.rejected) || problems.contains(where: { $0.severity == .rejects }) { return .rejected }
    if states.isEmpty || states.contains(where: { $0 == .quarantined || $0 == .review })
      || problems.contains(where: { $0.severity == .review })
    {
      return .review
    }
    return .proceed
  }
}
