/// Compares what a dossier holds with what its procedure asks for.
public enum Completeness {
  /// One document of the dossier as far as it counts.
  public struct Holding: Hashable, Sendable {
    /// Of each part found in it; empty where nothing was recognised.
    public let kinds: [Part.Kind]

    public init(kinds: [Part.Kind]) {
      self.kinds = kinds
    }
  }

  /// A document that the procedure asks for and the dossier lacks.
  public struct Missing: Hashable, Sendable {
    public let document: Procedure.RequiredDocument
    public let count: Int
  }

  /// `holdings`: the documents that count, a file handed in twice once. `people`: how many people's cards are among
  /// them; the two sides of one card are one card, in however many files they came.
  public static func missing(
    _ required: [Procedure.RequiredDocument], holdings: [Holding], people: Int
  ) -> [Missing] {
    let receipts = holdings.reduce(0) { $0 + $1.kinds.count { $0 == .receipt } }
    let forms = holdings.reduce(0) { $0 + $1.kinds.count { $0 == .form } }
    // A paper that nobody recognised may well be the form that is asked for: it is never called missing on the
    // strength of a recognition that failed.
    let unknown = holdings.count { !$0.kinds.contains { $0 != .other } }
    var left: [Procedure.RequiredDocument.Kind: Int] = [
      .idCard: people, .receipt: receipts, .form: forms + unknown, .any: holdings.count,
    ]
    return required.compactMap { document in
      let found = min(left[document.kind] ?? 0, document.count)
      left[document.kind, default: 0] -= found
      return found < document.count ? Missing(document: document, count: document.count - found) : nil
    }
  }

  /// One problem a missing document: a warning, or with `strict` something that a person must look at.
  public static func problems(_ missing: [Missing], strict: Bool) -> [Problem] {
    missing.map { .missingDocument($0, severity: strict ? .review : .warning) }
  }
}
