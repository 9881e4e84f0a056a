import Dossiers
import Media
import Recognition

/// The recognised text of a document as it is kept: the shape of `read-text`'s output.
///
/// `{"pageTexts":[{"page":1,"text":"…"}],"pages":[{"page":1,"blocks":[{"width":…,"height":…,"toPage":[9],"words":[["Số",x0,y0,x1,y1,96,line],…]}]}]}`,
/// with boxes in the block's frame and confidence in hundredths.
enum TextRecord {
  /// The record of those of `pages` that have any.
  static func value(of pages: [Int], blocks: (Int) -> [TextBlock]?) -> JSONValue {
    let known = pages.compactMap { page in blocks(page).map { (page, $0) } }
    return [
      "pageTexts": .array(known.map { PageText(page: $0, blocks: $1).json }),
      "pages": .array(known.map(value)),
    ]
  }

  /// The same, spelled out page by page: as one value the words of a thousand pages would take hundreds of megabytes.
  static func json(of pages: [Int], blocks: (Int) -> [TextBlock]?) -> [UInt8] {
    var json = Array("{\"pageTexts\":[".utf8)
    append(to: &json, pages) { page in blocks(page).map { PageText(page: page, blocks: $0).json } }
    json += Array("],\"pages\":[".utf8)
    append(to: &json, pages) { page in blocks(page).map { value(page, $0) } }
    json += Array("]}".utf8)
    return json
  }

  private static func append(to json: inout [UInt8], _ pages: [Int], value: (Int) -> JSONValue?) {
    var isFirst = true
    for page in pages {
      guard let value = value(page) else { continue }
      if !isFirst { json.append(UInt8(ascii: ",")) }
      isFirst = false
      json += Array(value.canonical.utf8)
    }
  }

  private static func value(_ page: Int, _ blocks: [TextBlock]) -> JSONValue {
    ["page": .integer(Int64(page)), "blocks": .array(blocks.map(value))]
  }

  private static func value(_ block: TextBlock) -> JSONValue {
    [
      "width": .integer(Int64(block.frame.width)), "height": .integer(Int64(block.frame.height)),
      "toPage": .array(block.frame.toPage.map { .number($0) }), "words": .array(block.words.map(value)),
    ]
  }

  private static func value(_ word: TextWord) -> JSONValue {
    let box = word.box
    let numbers = [box.x0, box.y0, box.x1, box.y1, Int((word.confidence * 100).rounded()), word.line]
    return .array([.string(word.text)] + numbers.map { .integer(Int64($0)) })
  }

  /// What a record holds, by page. What is not of its shape is passed over: a record is not ours to crash on.
  static func blocks(in record: JSONValue) -> [Int: [TextBlock]] {
    var pages: [Int: [TextBlock]] = [:]
    for page in record["pages"]?.array ?? [] {
      guard let number = page["page"]?.integer.flatMap({ Int(exactly: $0) }), let blocks = page["blocks"]?.array else {
        continue
      }
      pages[number] = blocks.compactMap(block)
    }
    return pages
  }

  private static func block(_ value: JSONValue) -> TextBlock? {
    guard let width = number(value["width"]), let height = number(value["height"]), let words = value["words"]?.array
    else { return nil }
    let toPage = value["toPage"]?.array?.compactMap(\.double) ?? []
    let frame =
      toPage.count == 9
      ? ReadingFrame(width: width, height: height, toPage: toPage) : ReadingFrame(width: width, height: height)
    return TextBlock(frame: frame, words: words.compactMap(word), source: .ocr)
  }

  private static func word(_ value: JSONValue) -> TextWord? {
    guard let parts = value.array, parts.count == 7, let text = parts[0].string else { return nil }
    let numbers = parts.dropFirst().compactMap { number($0) }
    guard numbers.count == 6 else { return nil }
    return TextWord(
      text: text, box: Box(x0: numbers[0], y0: numbers[1], x1: numbers[2], y1: numbers[3]),
      confidence: Double(numbers[4]) / 100, line: numbers[5])
  }

  private static func number(_ value: JSONValue?) -> Int? { value?.integer.flatMap { Int(exactly: $0) } }
}

/// A page's plain text, as packages keep it beside the original.
struct PageText: Codable {
  let page: Int
  let text: String

  init(page: Int, blocks: [TextBlock]) {
    self.page = page
    text = blocks.map(\.text).joined(separator: "\n\n")
  }

  var json: JSONValue { ["page": .integer(Int64(page)), "text": .string(text)] }
}
