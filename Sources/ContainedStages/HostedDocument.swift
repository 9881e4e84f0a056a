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

  /// Recognised words by page, as `read-text` left them: a block for the page, or one for each sheet on it.
  public internal(set) var recognised: [Int: [TextBlock]] = [:]
  private var kinds: [Int: PageKind] = [:]

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
    case ReadText.name: recognised = try ReadText.restored(output)
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

  /// True where the page has text of its own to rely on.
  public func hasTextLayer(page: Int) throws(MediaRefusal) -> Bool {
    try media.pages.first { $0.number == page }?.hasTextLayer ?? false
  }

  /// The page's words: its own text where it has any to rely on, else what was recognised, else none.
  public func text(page: Int) throws(MediaRefusal) -> [TextBlock] {
    if let blocks = recognised[page] { return blocks }
    let document = try media
    guard let info = document.pages.first(where: { $0.number == page }), info.hasTextLayer else { return [] }
    let frame = ReadingFrame(width: info.widthInPixels, height: info.heightInPixels)
    let blocks = [TextBlock(frame: frame, words: try document.textLayer(page: page), source: .textLayer)]
    recognised[page] = blocks
    return blocks
  }

  /// Takes over the words recognised on a page.
  func keep(_ blocks: [TextBlock], page: Int) {
    recognised[page] = blocks
    kinds[page] = nil
  }

  /// What the page shows.
  public func kind(page: Int) throws(MediaRefusal) -> PageKind {
    if let kind = kinds[page] { return kind }
    let kind = PageClassifier.kind(of: try text(page: page), page: page, hasCard: false)
    kinds[page] = kind
    return kind
  }
}
