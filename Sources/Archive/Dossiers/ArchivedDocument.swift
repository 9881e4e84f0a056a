public import Dossiers

/// One file of the dossier, with what was made of it.
public struct ArchivedDocument: Sendable {
  /// Counted from 1 within the dossier.
  public var ordinal: Int
  /// The name that the sender gave the file.
  public var name: String
  public var original: ArchivedFile
  public var mediaType: String?
  public var pageCount: Int?
  public var verdict: Verdict
  public var receivedAt: Timestamp
  public var parts: [Part]
  public var problems: [Problem]
  /// The later documents whose pictures of the same paper are better, by ordinal.
  public var supersededBy: [Int]
  /// All text read from it, where there is any.
  public var text: String?
  public var normalisation: Normalisation

  public init(
    ordinal: Int, name: String, original: ArchivedFile, mediaType: String? = nil, pageCount: Int? = nil,
    verdict: Verdict, receivedAt: Timestamp, parts: [Part] = [], problems: [Problem] = [], supersededBy: [Int] = [],
    text: String? = nil,
    normalisation: Normalisation = .none
  ) {
    self.ordinal = ordinal
    self.name = name
    self.original = original
    self.mediaType = mediaType
    self.pageCount = pageCount
    self.verdict = verdict
    self.receivedAt = receivedAt
    self.parts = parts
    self.problems = problems
    self.supersededBy = supersededBy
    self.text = text
    self.normalisation = normalisation
  }

  /// Whether there is a copy in the archive's form.
  public enum Normalisation: Sendable {
    /// The plan asks for none.
    case none
    /// `format` is what it was validated as: `PDF/A-2u`.
    case copy(ArchivedFile, format: String)
    /// The original is in the archive's form already.
    case original(format: String)
    /// It could not be made; the reason in English. Never called PDF/A.
    case failed(reason: String)
  }
}
