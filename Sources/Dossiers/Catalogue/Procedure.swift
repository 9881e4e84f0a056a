/// An administrative procedure (thủ tục hành chính): what it asks for and how long it takes.
public struct Procedure: Hashable, Sendable {
  /// Who handles it.
  public enum Level: String, Sendable, Codable, CaseIterable {
    case commune, province, ministry
  }

  /// A kind of document that the procedure asks for.
  public struct RequiredDocument: Hashable, Sendable {
    public enum Kind: String, Sendable, Codable, CaseIterable {
      case idCard = "id-card"
      case receipt
      case form
      /// Any document will do.
      case any
    }

    public let name: BilingualText
    public let kind: Kind
    /// How many different ones.
    public let count: Int
    /// How many originals and copies of each the office keeps.
    public let originals: Int
    public let copies: Int

    public init(name: BilingualText, kind: Kind, count: Int = 1, originals: Int = 0, copies: Int = 1) {
      self.name = name
      self.kind = kind
      self.count = count
      self.originals = originals
      self.copies = copies
    }
  }

  /// In the national database of procedures: `1.004222`.
  public let code: String
  public let name: BilingualText
  public let level: Level
  public let department: BilingualText
  public let documents: [RequiredDocument]
  public let workingDays: Int
  /// In đồng; 0: none.
  public let fee: Int64
  /// Circular 05/2025/TT-BNV: 01 permanent, 02 70 years, 03 50, 04 30, 05 20, 06 10, 07 other.
  public let retention: String
  public let returnPlaces: [String]
  /// How an archive keeps its dossiers; what is nil is as the plan has it.
  public let keeping: Keeping

  /// What Circular 05/2025/TT-BNV wants to know of a dossier beside its retention.
  public struct Keeping: Hashable, Sendable {
    /// The mode of use, in the archive's words: `Công khai`, `Hạn chế`.
    public var accessMode: String?
    /// The fonds (phông) that the dossiers belong to.
    public var fonds: String?
    /// ISO 639-2: `vie`.
    public var language: String?

    public init(accessMode: String? = nil, fonds: String? = nil, language: String? = nil) {
      self.accessMode = accessMode
      self.fonds = fonds
      self.language = language
    }
  }

  public init(
    code: String, name: BilingualText, level: Level, department: BilingualText, documents: [RequiredDocument],
    workingDays: Int, fee: Int64, retention: String, returnPlaces: [String], keeping: Keeping = Keeping()
  ) {
    self.code = code
    self.name = name
    self.level = level
    self.department = department
    self.documents = documents
    self.workingDays = workingDays
    self.fee = fee
    self.retention = retention
    self.returnPlaces = returnPlaces
    self.keeping = keeping
  }
}
