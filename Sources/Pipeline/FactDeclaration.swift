import Dossiers

/// One fact that `when` may ask about.
public struct FactDeclaration: Sendable {
  public enum Scope: String, Sendable {
    /// Of the document as a whole: decides whether the stage runs.
    case document
    /// Of each page: decides which pages the stage looks at.
    case page
    /// Of the dossier, for dossier stages.
    case dossier
  }

  public indirect enum Kind: Sendable {
    case boolean
    case integer
    case string
    case choice([String])
    /// Several of these; a condition holds where one of them is as asked.
    case list(of: Kind)
  }

  public let name: String
  public let scope: Scope
  public let kind: Kind
  public let summary: String

  public init(_ name: String, _ scope: Scope, _ kind: Kind, summary: String) {
    self.name = name
    self.scope = scope
    self.kind = kind
    self.summary = summary
  }

  /// Known before any stage has run.
  public static let given: [FactDeclaration] = [
    FactDeclaration("byteCount", .document, .integer, summary: "the size of the file in bytes"),
    FactDeclaration("channel", .dossier, .string, summary: "how it came in: cli, import, watch, http, zalo"),
    FactDeclaration("procedure", .dossier, .string, summary: "the code of the procedure"),
    FactDeclaration("documents", .dossier, .integer, summary: "how many files the dossier has"),
    FactDeclaration(
      "kinds", .dossier, .list(of: .choice(["id-card", "receipt", "form", "other"])),
      summary: "what its documents turned out to be"),
  ]
}
