/// How an archive keeps the dossier (Circular 05/2025/TT-BNV): from the procedure catalogue or the plan.
public struct ArchivalDescription: Sendable, Hashable, Codable {
  /// Of the dossier as a whole; made from procedure and code where empty.
  public var title: String
  /// `maintenance`: `01` for ever, `02` 70 years, `03` 50, `04` 30, `05` 20, `06` 10, `07` other.
  public var maintenance: String
  /// `mode`, the mode of use: open or restricted, in the archive's words.
  public var mode: String
  /// The fonds (phông) that it belongs to; part of an AIP's identifier.
  public var fonds: String
  /// ISO 639: `vie`.
  public var language: String
  public var keywords: [String]

  public init(
    title: String = "", maintenance: String = "06", mode: String = "Hạn chế", fonds: String = "",
    language: String = "vie", keywords: [String] = []
  ) {
    self.title = title
    self.maintenance = maintenance
    self.mode = mode
    self.fonds = fonds
    self.language = language
    self.keywords = keywords
  }
}
