public import Dossiers
import Media
public import Pipeline
import Recognition

/// Recognises the printed text of pages that have none of their own.
public struct ReadText: PageStage {
  public static let name = "read-text"
  private let languages: [String]

  public init(settings: [String: JSONValue]) throws {
    languages = settings["languages"]?.array?.compactMap(\.string) ?? ["vie", "eng"]
  }

  public func prepare(_ tools: ReadingTools) throws {
    // One engine a language: an engine of several is content when one of them is there.
    for language in languages { _ = try tools.engine([language]) }
  }

  public func run(on document: HostedDocument, pages: [Int], progress: (Int) -> Void) throws -> StageResult {
    // Also those that only a poorly read page needs: no page is read with less than what the plan names.
    try prepare(document.tools)
    var result = StageResult()
    for page in pages {
      progress(page)
      do {
        document.setRecognised(try read(page, of: document), page: page)
      } catch let refusal as MediaRefusal {
        result.add(refusal)
      }
    }
    result.output = try output(of: document, pages: pages)
    return result
  }

  public func output(of document: HostedDocument, pages: [Int]) throws -> JSONValue {
    TextRecord.value(of: pages) { document.recognised[$0] }
  }

  public func outputJSON(of document: HostedDocument, pages: [Int]) throws -> [UInt8] {
    TextRecord.json(of: pages) { document.recognised[$0] }
  }

  /// With the first language, and where that reads poorly with those others that read a part of it better, each by
  /// itself: together they read Vietnamese worse than `vie` alone. A poor picture is poor in any language.
  private func read(_ page: Int, of document: HostedDocument) throws -> [TextBlock] {
    // The empty back of a sheet has shadows and dust, which an engine takes for letters.
    if try document.isBlank(page: page) { return [] }
    if try document.showsOnlyCodedCards(page: page) { return [] }
    var best: (blocks: [TextBlock], rating: Double)?
    for language in languages {
      if let best {
        if best.rating >= Self.goodRating || best.blocks.isEmpty { break }
        guard try isPromising(language, best.blocks, on: page, of: document) else { continue }
      }
      let blocks = try read(page, of: document, in: language)
      let rating = PageTextReader.rating(blocks)
      // The main language keeps what another does not read clearly better.
      if best.map({ rating > $0.rating + Self.clearGain }) ?? true { best = (blocks, rating) }
    }
    return best?.blocks ?? []
  }

  /// Whether another language reads the middle of the fullest sheet clearly better than the one that read `blocks`.
  private func isPromising(
    _ language: String, _ blocks: [TextBlock], on page: Int, of document: HostedDocument
  ) throws -> Bool {
    guard let fullest = blocks.max(by: { $0.words.count < $1.words.count }) else { return false }
    let reader = PageTextReader(engine: try document.tools.engine([language]))
    let rating = try reader.ratingOfMiddle(document.picture(page: page).grey, at: fullest.frame)
    return rating > PageTextReader.ratingOfMiddle(fullest) + Self.clearGain
  }

  private static let goodRating = 0.6
  private static let clearGain = 0.1

  private func read(_ page: Int, of document: HostedDocument, in language: String) throws -> [TextBlock] {
    let info = try document.media.pages.first { $0.number == page }
    let picture = try document.picture(page: page)
    let reader = PageTextReader(engine: try document.tools.engine([language]))
    let regions = document.regions[page] ?? []
    let codes = (document.barcodes[page] ?? []).filter { CardCode.matches($0.text) }
    // A card whose code was read needs no recognition here.
    let sheets = regions.filter { region in
      !region.isWholePage && !codes.contains { region.quad.contains($0.corners.centre) }
    }
    // On white paper a region is a card or a figure at most: the page itself is the sheet.
    if !regions.isEmpty, regions.allSatisfy({ !$0.isWholePage }), !picture.grey.hasWhiteBorder {
      let blocks = try sheets.map { try reader.readSheet(picture.grey, at: ReadingFrame(of: $0.quad)) }
      if zip(blocks, sheets).contains(where: { Self.mayBeMisplaced($0, outline: $1.quad, on: picture) }) {
        let whole = try reader.read(picture.grey, dotsPerInch: info?.dotsPerInch)
        if whole.legibleLetters > 1.05 * blocks.reduce(0, { $0 + $1.legibleLetters }) { return [whole] }
      }
      if sheets.isEmpty || blocks.contains(where: { $0.words.count >= 5 }) { return blocks }
    }
    return [try reader.read(picture.grey, dotsPerInch: info?.dotsPerInch)]
  }

  /// A fold may pass for a sheet's edge, and of two sheets that lie over each other the edges of both for one's.
  private static func mayBeMisplaced(_ block: TextBlock, outline: Quad, on picture: PagePicture) -> Bool {
    block.isCutOff(by: outline, width: picture.width, height: picture.height)
      || (PageTextReader.rating([block]) < fairRating && SheetKind(block, page: 1).receiptVariant != nil)
  }

  /// What lies straight in its frame and is in focus is rated above this.
  private static let fairRating = 0.85

  static func restored(_ output: JSONValue) -> [Int: [TextBlock]] {
    TextRecord.blocks(in: output)
  }
}

extension HostedDocument {
  /// True where nothing is on the page but cards whose codes were read: what else is on them is read card by card.
  fileprivate func showsOnlyCodedCards(page: Int) throws(MediaRefusal) -> Bool {
    let cards = CardEvidence.codedCards(among: regions[page] ?? [], barcodes[page] ?? [])
    guard !cards.isEmpty else { return false }
    let picture = try picture(page: page).grey
    return picture.hasWhiteBorder && PageInk(picture, outside: cards).isBlank
  }
}
