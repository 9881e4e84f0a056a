public import Dossiers

/// A field as stored: what was read, or what a person set over it.
public struct StoredField: Sendable, Codable {
  public let document: DocumentID
  /// The index of its part among the document's parts, counted from 0.
  public let part: Int
  public let partKind: Part.Kind
  public let name: FieldName
  public let field: Field
  /// Below the plan's threshold: a person should look.
  public let flagged: Bool

  public init(
    document: DocumentID, part: Int, partKind: Part.Kind, name: FieldName, field: Field, flagged: Bool
  ) {
    self.document = document
    self.part = part
    self.partKind = partKind
    self.name = name
    self.field = field
    self.flagged = flagged
  }
}
