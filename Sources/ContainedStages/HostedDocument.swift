public import Dossiers
public import Media
public import Recognition

/// The blackboard of one host session: the opened file, its decoded pages, and what earlier stages made of them.
///
/// Pages are decoded once and shared by the stages. After a crash a new host restores the results of the stages that
/// were already recorded (`restore`) and goes on. Not Sendable: it belongs to the thread on which the stages run.
public final class HostedDocument {
  /// What the sender called the file.
  public let name: String
  public let tools: ReadingTools
  private let opener: (MediaBudget) throws(MediaRefusal) -> any MediaDocument
  private var budget = MediaBudget()
  private var opened: (any MediaDocument)?
  private var cache: PageCache

  /// Words by page, as `read-text` left them.
  public var text: [Int: [TextBlock]] = [:]

  /// `open` reads the file under a budget; it is called again after a restart.
  public init(
    name: String, tools: ReadingTools, pageCacheInBytes: Int = 96 << 20,
    open: @escaping (MediaBudget) throws(MediaRefusal) -> any MediaDocument
  ) {
    self.name = name
    self.tools = tools
    opener = open
    cache = PageCache(budgetInBytes: pageCacheInBytes)
  }

  /// Takes over what a stage of an earlier host session left in its result's `output`.
  public func restore(stage uses: String, output: JSONValue) throws {
    switch uses {
    case ValidateFile.name: budget = try output.decoded()
    default: break
    }
  }

  /// Opens the file under a new budget, whatever was opened before.
  func open(budget: MediaBudget) throws(MediaRefusal) -> any MediaDocument {
    self.budget = budget
    opened = nil
    return try media
  }

  /// The opened file.
  public var media: any MediaDocument {
    get throws(MediaRefusal) {
      if let opened { return opened }
      let document = try opener(budget)
      opened = document
      return document
    }
  }

  /// The page's reference picture in grey.
  public func grey(page: Int) throws(MediaRefusal) -> GreyImage {
    if let image = cache.grey(page) { return image }
    let image = try media.renderGrey(page: page, longSideInPixels: nil)
    cache.keep(image, page: page)
    return image
  }

  /// The page's reference picture in colour.
  public func colour(page: Int) throws(MediaRefusal) -> ColourImage {
    if let image = cache.colour(page) { return image }
    let image = try media.renderColour(page: page, longSideInPixels: nil)
    cache.keep(image, page: page)
    return image
  }
}
