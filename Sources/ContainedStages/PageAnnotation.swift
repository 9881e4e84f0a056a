public import Dossiers
import Media
import Recognition

/// Draws on a page's picture what was found where: outlines of cards and sheets, numbered boxes, and in a margin beside
/// the page what was read in each, so that no label covers what it is about.
enum PageAnnotation {
  /// A box on the page, and what was read there.
  struct Mark: Hashable {
    let box: Box
    /// Nil where only the place is known.
    let name: String?
    let value: String
    /// A field's confidence, in hundredths.
    let certainty: Int
    let isVerified: Bool
  }

  /// Marks on one place share a number.
  struct Place {
    let box: Box
    var marks: [Mark]
    var isNamed: Bool { marks.contains { $0.name != nil } }
    var isVerified: Bool { marks.allSatisfy(\.isVerified) }
    /// The share below which a person should look (see `Certainty`).
    var isDoubtful: Bool { marks.contains { $0.name != nil && !$0.isVerified && $0.certainty < 90 } }
  }

  /// In reading order, whatever order they come in.
  static func places(_ marks: [Mark]) -> [Place] {
    Dictionary(grouping: marks, by: \.box)
      .map { box, marks in
        Place(box: box, marks: marks.sorted { ($0.name ?? "", $0.value) < ($1.name ?? "", $1.value) })
      }
      .sorted { ($0.box.y0, $0.box.x0, $0.box.y1) < ($1.box.y0, $1.box.x0, $1.box.y1) }
  }

  /// The page as PNG. Throws what the PNG encoder throws; a picture too large for cairo comes back unmarked.
  static func png(_ picture: ColourImage, regions: [Quad], places: [Place]) throws -> [UInt8] {
    try PNGEncoder.encode(AnnotationCanvas.drawn(picture, regions: regions, places: places) ?? picture)
  }
}

extension HostedDocument {
  /// The page with everything on it that this session located and read; `boxes` are framed besides. Where something
  /// was read, a margin with the values is joined on at the right: the page's own pixels stay where they are.
  public func annotated(page: Int, boxes: [Box] = []) throws -> [UInt8] {
    var marks = parts.flatMap { part in
      part.fields.filter { $0.value.page == page }.compactMap { name, field in
        field.box.map {
          PageAnnotation.Mark(
            box: $0, name: name.rawValue, value: PageAnnotation.shown(field.value),
            certainty: Int((field.confidence * 100).rounded(.down)), isVerified: field.verified)
        }
      }
    }
    let known = Set(marks.map(\.box))
    marks += boxes.filter { !known.contains($0) }
      .map { PageAnnotation.Mark(box: $0, name: nil, value: "", certainty: 0, isVerified: false) }
    let outlines = (regions[page] ?? []).filter { !$0.isWholePage }.map(\.quad) + (barcodes[page] ?? []).map(\.corners)
    return try PageAnnotation.png(
      try picture(page: page).colour, regions: outlines, places: PageAnnotation.places(marks))
  }
}

extension PageAnnotation {
  /// A value as a person reads it; lists a line an item.
  fileprivate static func shown(_ value: JSONValue) -> String {
    switch value {
    case .string(let text): text.count > 90 ? String(text.prefix(80)) + "…" : text
    case .integer(let number): String(number)
    case .array(let list):
      list.map { item in
        let name = item["name"].map(shown) ?? shown(item)
        return item["amount"].map { name + ": " + shown($0) } ?? name
      }.joined(separator: "\n")
    default: ""
    }
  }
}
