import CPoppler
import Dossiers

/// A page's own text as words with boxes, in poppler's reading order.
enum PDFTextReader {
  static func words(of page: PopplerPageHandle) throws(MediaRefusal) -> [TextWord] {
    guard let characters = PageCharacters(page) else { return [] }
    var words: [TextWord] = []
    var line = 0
    var lineHasWords = false
    var word = String.UnicodeScalarView()
    var box: PopplerRectangle?
    var previous: PopplerRectangle?

    func finishWord() {
      defer {
        word = String.UnicodeScalarView()
        box = nil
        previous = nil
      }
      guard !word.isEmpty, let box else { return }
      let text = Unicode.nfc(String(word))
      guard !text.isEmpty else { return }
      words.append(TextWord(text: text, box: pixelBox(box, on: page), confidence: 1, line: line + 1))
      lineHasWords = true
    }

    for index in 0..<characters.count {
      let scalar = characters.scalars[index]
      if scalar.properties.isWhitespace || scalar.value == 0 {
        if scalar == " ", let previous, index + 1 < characters.count,
          isBroken(previous, characters.rectangle(index + 1))
        {
          continue
        }
        finishWord()
        // Line feed, form feed and their Unicode kin end a line.
        if (0x0A...0x0D).contains(scalar.value) || scalar.value == 0x2028 || scalar.value == 0x2029, lineHasWords {
          line += 1
          lineHasWords = false
        }
        continue
      }
      let rectangle = characters.rectangle(index)
      // poppler leaves out the space between a label and a value far to its right.
      if let previous, isApart(previous, rectangle) { finishWord() }
      word.append(scalar)
      previous = rectangle
      box = union(box, rectangle)
    }
    finishWord()
    return words
  }

  /// Within a word poppler allows gaps of a tenth of the font's size; rectangles are as high as the font, or as wide
  /// where the text runs upwards.
  private static func isApart(_ previous: PopplerRectangle, _ next: PopplerRectangle) -> Bool {
    let size = max(previous.x2 - previous.x1, previous.y2 - previous.y1)
    let acrossGap = max(next.x1 - previous.x2, previous.x1 - next.x2)
    let downGap = max(next.y1 - previous.y2, previous.y1 - next.y2)
    return max(acrossGap, downGap) > size * 0.2
  }

  /// True where poppler put a space between two characters of which the second begins within the first: a word whose
  /// font changes on the way, as browsers print Vietnamese with fonts that lack some letters.
  private static func isBroken(_ previous: PopplerRectangle, _ next: PopplerRectangle) -> Bool {
    let height = min(previous.y2 - previous.y1, next.y2 - next.y1)
    let common = min(previous.y2, next.y2) - max(previous.y1, next.y1)
    return common > height * 0.8 && next.x1 < previous.x2 && next.x2 >= previous.x2
      && next.x1 >= previous.x1 - height * 0.05
  }

  private static func union(_ box: PopplerRectangle?, _ other: PopplerRectangle) -> PopplerRectangle {
    guard let box else { return other }
    return PopplerRectangle(
      x1: min(box.x1, other.x1), y1: min(box.y1, other.y1), x2: max(box.x2, other.x2), y2: max(box.y2, other.y2))
  }

  /// From points, counted from the upper left corner, to whole pixels around them.
  static func pixelBox(_ box: PopplerRectangle, on page: PopplerPageHandle) -> Box {
    let size = page.sizeInPixels
    let points = page.sizeInPoints
    let scaleX = Double(size.width) / points.width
    let scaleY = Double(size.height) / points.height
    func clamp(_ value: Double, _ limit: Int) -> Int { value.isFinite ? Int(min(max(value, 0), Double(limit))) : 0 }
    return Box(
      x0: clamp((min(box.x1, box.x2) * scaleX).rounded(.down), size.width),
      y0: clamp((min(box.y1, box.y2) * scaleY).rounded(.down), size.height),
      x1: clamp((max(box.x1, box.x2) * scaleX).rounded(.up), size.width),
      y1: clamp((max(box.y1, box.y2) * scaleY).rounded(.up), size.height))
  }
}
