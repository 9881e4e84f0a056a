public import Dossiers
public import Files
public import Media
public import Recognition

/// The blackboard of one host session: the opened file, its decoded pages, and what earlier stages made of them.
///
/// Pages are decoded once and shared by the stages. After a crash a new host restores the results of the stages that
/// were already recorded (`restore`) and goes on. Not Sendable: it belongs to the thread on which the stages run.
public final class HostedDocument {
  /// What was found in this session: for drawing it on its page.
  var parts: [Part] = []

  /// What the sender called the file.
  public let name: String
  public let tools: ReadingTools
  /// Where a stage that makes a file writes it, from its present position; nil where nobody wants one.
  public var product: OwnedDescriptor?
  private let opener: (MediaBudget) throws(MediaRefusal) -> any MediaDocument
  private var budget = MediaBudget()
  private var opened: (any MediaDocument)?
  private var cache: PageCache

  /// Recognised words by page, as `read-text` left them: a block for the page, or one for each sheet on it.
  public private(set) var recognised: [Int: [TextBlock]] = [:]
  /// What the words make of each sheet of a page, where somebody has asked.
  private var sheetKinds: [Int: [SheetKind]] = [:]
  /// Cards and sheets by page, as `locate-document` left them.
  public internal(set) var regions: [Int: [LocatedRegion]] = [:]
  /// Codes by page, as `read-barcodes` left them.
  public internal(set) var barcodes: [Int: [Barcode]] = [:]
  /// Sides of cards by page, as `extract-id-card` left them.
  public internal(set) var cards: [Int: [CardSide]] = [:]

  private var blankness: [Int: Bool] = [:]
  private var wholeElsewhere: Set<Int> = []
  /// Pages' fingerprints, as `fingerprint` left them.
  public internal(set) var fingerprints: [Int: PageFingerprint] = [:]

  private static let longFrom = 8
  private static let longBudget = 16 << 20

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

  /// Takes over what a stage left in its result's `output`, in an earlier host session or, page by page, in another
  /// host.
  public func restore(stage uses: String, output: JSONValue) throws {
    switch uses {
    case ValidateFile.name: budget = try output.decoded()
    case LocateDocument.name:
      regions.merge(try LocateDocument.restored(output)) { $1 }
      setBlank(LocateDocument.restoredPages("blank", output))
      wholeElsewhere.formUnion(LocateDocument.restoredPages("whole", output))
    case ReadBarcodes.name: barcodes.merge(try ReadBarcodes.restored(output)) { $1 }
    case ReadText.name: for (page, blocks) in ReadText.restored(output) { setRecognised(blocks, page: page) }
    case Fingerprint.name: fingerprints.merge(Fingerprint.restored(output)) { $1 }
    case ExtractIDCard.name: cards = try ExtractIDCard.restored(output)
    default: break
    }
  }

  /// Opens the file under a new budget, whatever was opened before.
  func open(budget: MediaBudget) throws(MediaRefusal) -> any MediaDocument {
    self.budget = budget
    opened = nil
    return try media
  }

  /// The file as it was opened under this budget before, or opened now: a large one is not read again for each request.
  func kept(openUnder budget: MediaBudget) throws(MediaRefusal) -> any MediaDocument {
    if let opened, self.budget == budget { return opened }
    return try open(budget: budget)
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

  /// The page's reference picture.
  public func picture(page: Int) throws(MediaRefusal) -> PagePicture {
    if let picture = cache.picture(page: page) { return picture }
    let media = try media
    // The pages of a long document go through the stages one at a time, and hardly ever come back.
    if media.pages.count >= Self.longFrom { cache.budget = min(cache.budget, Self.longBudget) }
    let picture = PagePicture(page: page, pixels: try media.render(page: page))
    cache.keep(picture)
    return picture
  }

  /// Of the page's reference picture, in pixels.
  func size(page: Int) throws(MediaRefusal) -> (width: Int, height: Int) {
    let info = try media.pages.first { $0.number == page }
    return (info?.widthInPixels ?? 0, info?.heightInPixels ?? 0)
  }

  /// True where nothing is written or printed on the page: all stages that look at its picture pass it over.
  func isBlank(page: Int) throws(MediaRefusal) -> Bool {
    if let known = blankness[page] { return known }
    let picture = try picture(page: page).grey
    let isBlank = picture.hasLittleInk && PageInk(picture).isBlank
    blankness[page] = isBlank
    return isBlank
  }

  /// Pages that were found blank, here or in another host.
  var blankPages: Set<Int> { Set(blankness.filter(\.value).keys) }

  /// Scanned pages whose stored picture has all its rows, as far as somebody has unpacked it, here or in another host.
  var wholeScans: Set<Int> {
    wholeElsewhere.union((opened as? PDFDocument)?.scannedPictures?.wholePages ?? [])
  }

  func setBlank(_ pages: some Sequence<Int>) {
    for page in pages { blankness[page] = true }
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

  /// Keeps what was recognised on a page.
  func setRecognised(_ blocks: [TextBlock], page: Int) {
    recognised[page] = blocks
    sheetKinds[page] = nil
  }

  /// What each of the page's blocks of text shows, in their order.
  func sheetKinds(page: Int) throws(MediaRefusal) -> [SheetKind] {
    if let kinds = sheetKinds[page] { return kinds }
    let kinds = try text(page: page).map { SheetKind($0, page: page) }
    sheetKinds[page] = kinds
    return kinds
  }

  /// What the page shows.
  public func kind(page: Int) throws(MediaRefusal) -> PageKind {
    let hasCard = !(cards[page] ?? []).isEmpty || (barcodes[page] ?? []).contains { CardCode.matches($0.text) }
    return hasCard ? PageKind(kind: .idCard) : PageClassifier.kind(of: try sheetKinds(page: page), hasCard: false)
  }
}
