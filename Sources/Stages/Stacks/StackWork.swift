public import Dossiers

/// What a stage host does for an import beside the stages of pipelines: the names, and the shape of its answer.
public enum StackWork {
  public static let sort = "sort-stack"
  public static let extract = "extract-pages"
  public static let thumbnail = "draw-thumbnail"

  /// The output of `sort`.
  public struct Sorted: Sendable, Codable {
    public let pages: [StackPage]

    public init(pages: [StackPage]) {
      self.pages = pages
    }
  }
}
