public import Dossiers

/// The contained stages by the names that a pipeline uses.
public enum ContainedStageTable {
  /// In the order in which they build upon each other.
  public static var stages: [any ContainedStage.Type] {
    [
      ValidateFile.self, LocateDocument.self, ReadBarcodes.self, ReadText.self, Classify.self, ExtractIDCard.self,
      ExtractReceipt.self, Fingerprint.self, Normalise.self,
    ]
  }

  /// What an import asks for beside them; no pipeline can name it.
  private static var deskWork: [any ContainedStage.Type] {
    [SortStack.self, ExtractPages.self, DrawThumbnail.self]
  }

  /// Throws `UnknownStage` when no contained stage has that name, or what the stage says of its settings.
  public static func make(uses name: String, settings: [String: JSONValue]) throws -> any ContainedStage {
    guard let stage = (stages + deskWork).first(where: { $0.name == name }) else { throw UnknownStage(name: name) }
    return try stage.init(settings: settings)
  }

  /// A name that no contained stage has: host and worker are of different versions.
  public struct UnknownStage: Error, CustomStringConvertible {
    public let name: String
    public var description: String { "no contained stage is called \(name)" }
  }
}
