import Dossiers
import Media
import Normalising
import Recognition

extension HostedDocument {
  /// All words known of a page, as they lie on it: those of its text, and the fields of cards that were read by
  /// other means than recognition.
  func placedWords(page: Int) throws(MediaRefusal) -> [PlacedWord] {
    var words: [PlacedWord] = []
    for block in try textOrLayer(page: page) {
      words += block.placed(linesFrom: (words.last?.line ?? 0) + 1)
    }
    for card in cards[page] ?? [] {
      let outline = card.region.quad.box
      let isRead = words.contains { word in
        let (x, y) = (Int((word.start.x + word.end.x) / 2), Int((word.start.y + word.end.y) / 2))
        return (outline.x0..<max(outline.x1, outline.x0 + 1)).contains(x)
          && (outline.y0..<max(outline.y1, outline.y0 + 1)).contains(y)
      }
      guard !isRead else { continue }
      words += Self.words(of: card, page: page, linesFrom: (words.last?.line ?? 0) + 1)
    }
    return words
  }

  /// The page's text; where nobody read the page, a scanner's own reading that lies hidden on it. That is no better
  /// than its scanner, but it finds more than nothing.
  private func textOrLayer(page: Int) throws(MediaRefusal) -> [TextBlock] {
    let blocks = try text(page: page)
    let document = try media
    guard blocks.isEmpty, recognised[page] == nil, let info = document.pages.first(where: { $0.number == page }) else {
      return blocks
    }
    let words = try document.textLayer(page: page)
    guard !words.isEmpty else { return blocks }
    return [
      TextBlock(
        frame: ReadingFrame(width: info.widthInPixels, height: info.heightInPixels), words: words, source: .textLayer)
    ]
  }

  /// A card's fields from top to bottom, each at its place; those that came from a code lie where the code is.
  private static func words(of card: CardSide, page: Int, linesFrom first: Int) -> [PlacedWord] {
    let fields = card.fields.compactMap { name, field -> (name: String, text: String, box: Box)? in
      guard field.page == page, let text = field.value.string, !text.isEmpty, let box = field.box, box.height > 0
      else { return nil }
      return (name.rawValue, text, box)
    }
    .sorted { ($0.box.y0, $0.box.x0, $0.name) < ($1.box.y0, $1.box.x0, $1.name) }
    // Fields of one code share its place: there each gets a strip of its own.
    let sharing = Dictionary(grouping: fields, by: \.box)
    var line = first
    return fields.flatMap { field in
      let peers = sharing[field.box] ?? []
      let index = peers.firstIndex { $0.name == field.name } ?? 0
      let height = Double(field.box.height) / Double(max(peers.count, 1))
      let baseline = Double(field.box.y0) + height * (Double(index) + 0.8)
      let parts = field.text.split(separator: " ")
      let step = Double(field.box.width) / Double(max(field.text.count, 1))
      var x = Double(field.box.x0)
      defer { line += 1 }
      return parts.map { part in
        let start = x
        x += step * Double(part.count + 1)
        return PlacedWord(
          text: String(part), start: .init(x: start, y: baseline),
          end: .init(x: start + step * Double(part.count), y: baseline), height: height, line: line)
      }
    }
  }
}
