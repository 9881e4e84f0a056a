import Dossiers
import Media
import Recognition

/// The recognised text of a document as it is kept: the shape of `read-text`'s output.
///
/// `{"pageTexts":[{"page":1,"text":"…"}],"pages":[{"page":1,"blocks":[{"width":…,"height":…,"toPage":[9],"words":[["Số",x0,y0,x1,y1,96,line],…]}]}]}`,
/// with boxes in the block's frame and confidence in hundredths.
struct TextRecord: Codable {
  struct Page: Codable {
    let page: Int
    private let recorded: [Block]

    private enum CodingKeys: String, CodingKey {
      case page
      case recorded = "blocks"
    }

    init(page: Int, blocks: [TextBlock]) {
      self.page = page
      recorded = blocks.map(Block.init)
    }

    var blocks: [TextBlock] { recorded.map(\.block) }
  }

  var pages: [Page] = []
  /// For readers that want no boxes.
  var pageTexts: [PageText] = []

  mutating func add(_ blocks: [TextBlock], page: Int) {
    pages.append(Page(page: page, blocks: blocks))
    pageTexts.append(PageText(page: page, blocks: blocks))
  }

  private struct Block: Codable {
    let width: Int
    let height: Int
    let toPage: [Double]
    let words: [Word]

    init(_ block: TextBlock) {
      width = block.frame.width
      height = block.frame.height
      toPage = block.frame.toPage
      words = block.words.map(Word.init)
    }

    /// A record of another shape than nine numbers is not ours to crash on.
    var block: TextBlock {
      let frame =
        toPage.count == 9
        ? ReadingFrame(width: width, height: height, toPage: toPage) : ReadingFrame(width: width, height: height)
      return TextBlock(frame: frame, words: words.map(\.word), source: .ocr)
    }
  }

  private struct Word: Codable {
    let word: TextWord

    init(_ word: TextWord) {
      self.word = word
    }

    init(from decoder: any Decoder) throws {
      var list = try decoder.unkeyedContainer()
      let text = try list.decode(String.self)
      let box = Box(
        x0: try list.decode(Int.self), y0: try list.decode(Int.self), x1: try list.decode(Int.self),
        y1: try list.decode(Int.self))
      let hundredths = try list.decode(Int.self)
      word = TextWord(text: text, box: box, confidence: Double(hundredths) / 100, line: try list.decode(Int.self))
    }

    func encode(to encoder: any Encoder) throws {
      var list = encoder.unkeyedContainer()
      try list.encode(word.text)
      for edge in [word.box.x0, word.box.y0, word.box.x1, word.box.y1] { try list.encode(edge) }
      try list.encode(Int((word.confidence * 100).rounded()))
      try list.encode(word.line)
    }
  }
}

/// A page's plain text, as packages keep it beside the original.
struct PageText: Codable {
  let page: Int
  let text: String

  init(page: Int, blocks: [TextBlock]) {
    self.page = page
    text = blocks.map(\.text).joined(separator: "\n\n")
  }
}
