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

  public func run(on document: HostedDocument, pages: [Int], progress: (Int) -> Void) throws -> StageResult {
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

  /// With the first language, and where that reads poorly with the others, each by itself: together they read
  /// Vietnamese worse than `vie` alone.
  private func read(_ page: Int, of document: HostedDocument) throws -> [TextBlock] {
    // The empty back of a sheet has shadows and dust, which an engine takes for letters.
    if try document.isBlank(page: page) { return [] }
    var best: (blocks: [TextBlock], rating: Double)?
    for language in languages {
      if let best, best.rating >= Self.goodRating || best.blocks.isEmpty { break }
      let blocks = try read(page, of: document, in: language)
      let rating = PageTextReader.rating(blocks)
      // The main language keeps what another does not read clearly better.
      if best.map({ rating > $0.rating + 0.1 }) ?? true { best = (blocks, rating) }
    }
    return best?.blocks ?? []
  }

  private static let goodRating = 0.6

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
