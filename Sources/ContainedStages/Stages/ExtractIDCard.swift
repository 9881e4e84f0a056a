public import Dossiers
import Media
public import Pipeline
import Recognition

/// Makes the fields of identity cards; both sides of one card become one part, on whatever pages they lie.
public struct ExtractIDCard: ContainedStage {
  public static let name = "extract-id-card"

  private let certainty: Certainty

  public init(settings: [String: JSONValue]) throws {
    certainty = Certainty(settings: settings)
  }

  public func run(on document: HostedDocument, pages: [Int], progress: (Int) -> Void) throws -> StageResult {
    var result = StageResult()
    var found: [CardSide] = []
    let reader = CardReader(
      vietnamese: try document.tools.engine(["vie"]), english: try document.tools.engine(["eng"]))
    let blank = document.blankPages
    for page in pages where !blank.contains(page) {
      progress(page)
      do {
        let regions = try document.regionsForCards(page: page)
        guard !regions.isEmpty else { continue }
        let text = try document.hasTextLayer(page: page) ? [] : try document.text(page: page)
        // Most pages show by their words alone that there is none, and need not be decoded again.
        let sides =
          try CardEvidence.isAgainstCards(among: regions, text, on: document.size(page: page))
          ? []
          : reader.read(
            try document.picture(page: page), regions: regions, barcodes: document.barcodes[page] ?? [], text: text)
        document.cards[page] = sides.isEmpty ? nil : sides
        found += sides
        if sides.isEmpty { try addHidden(page, of: document, to: &result) }
      } catch let refusal as MediaRefusal {
        result.add(refusal)
      }
    }
    let reading = CardAssembly.assemble(found)
    result.parts = reading.parts
    for problem in reading.problems { result.add(problem) }
    certainty.flag(&result)
    document.parts += result.parts
    result.output = ["cards": try JSONValue(encoding: found)]
    return result
  }

  /// Says of a page that tells nothing, but shows a card or some writing, why it could not be read.
  private func addHidden(_ page: Int, of document: HostedDocument, to result: inout StageResult) throws {
    guard try !document.hasTextLayer(page: page), try document.kind(page: page).kind == .other,
      !PictureQuality.isBeyondDoubt(try document.text(page: page))
    else { return }
    let problem = PictureQuality.problem(
      try document.picture(page: page), regions: document.regions[page] ?? [], text: try document.text(page: page))
    if let problem { result.add(problem) }
  }

  static func restored(_ output: JSONValue) throws -> [Int: [CardSide]] {
    let cards: [CardSide] = try (output["cards"] ?? []).decoded()
    return Dictionary(grouping: cards, by: \.region.page)
  }
}

extension HostedDocument {
  /// Where cards may lie: a page that is a receipt or a form all over has none to look for, but a sheet beside a card
  /// does not hide it.
  func regionsForCards(page: Int) throws(MediaRefusal) -> [LocatedRegion] {
    let blocks = try text(page: page)
    // A page with text of its own was typed, whatever words a card has in common with it; cards are pasted onto it.
    let isTyped = try hasTextLayer(page: page)
    let taken = zip(blocks, try sheetKinds(page: page)).filter { !$1.isOther }.map(\.0)
      .map { $0.frame.onPage(Box(x0: 0, y0: 0, x1: $0.frame.width, y1: $0.frame.height)) }
    let codes = (barcodes[page] ?? []).filter { !CardCode.matches($0.text) }
    return (regions[page] ?? []).filter { region in
      // Beside what is printed on a receipt or a form, a code is found like a card that lies there.
      if !taken.isEmpty, codes.contains(where: { $0.fills(region.quad) }) { return false }
      if isTyped, region.isWholePage || CardEvidence.isTypedThrough(region.quad, blocks) { return false }
      let box = region.quad.box
      return !taken.contains { sheet in
        // A card lies on a much larger sheet; the same outline is the sheet itself.
        let common =
          max(0, min(sheet.x1, box.x1) - max(sheet.x0, box.x0)) * max(0, min(sheet.y1, box.y1) - max(sheet.y0, box.y0))
        return common * 2 > sheet.width * sheet.height
      }
    }
  }
}
