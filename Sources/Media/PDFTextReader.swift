import CPoppler
import Dossiers

/// A page's own text as words with boxes, in poppler's reading order.
enum PDFTextReader {
  static func words(of page: PopplerPageHandle) throws(MediaRefusal) -> [TextWord] {
    guard let characters = PageCharacters(page) else { return [] }
    let size = page.sizeInPixels
    let points = page.sizeInPoints
    var words: [TextWord] = []
    var line = 0
    var lineHasWords = false
    var word = String.UnicodeScalarView()
    var box: PopplerRectangle?

    func finishWord() {
      defer {
        word = String.UnicodeScalarView()
        box = nil
      }
      guard !word.isEmpty, let box else { return }
      let text = Unicode.nfc(String(word))
      guard !text.isEmpty else { return }
      words.append(
        TextWord(
          text: text,
          box: pixelBox(
            box, scaleX: Double(size.width) / points.width, scaleY: Double(size.height) / points.height, within: size),
          confidence: 1, line: line + 1))
      lineHasWords = true
    }

    for index in 0..<characters.count {
      let scalar = characters.scalars[index]
      if scalar.properties.isWhitespace || scalar.value == 0 {
        finishWord()
        // Line feed, form feed and their Unicode kin end a line.
        if (0x0A...0x0D).contains(scalar.value) || scalar.value == 0x2028 || scalar.value == 0x2029, lineHasWords {
          line += 1
          lineHasWords = false
        }
        continue
      }
      let rectangle = characters.rectangle(index)
      // Between cells of a row poppler's text has no space at all: there only the gap tells words apart.
      if let box, isApart(rectangle, from: box) { finishWord() }
      word.append(scalar)
      box = union(box, rectangle)
    }
    finishWord()
    return words
  }

  /// A gap wider than two thirds of the line's height, or a place on another line.
  private static func isApart(_ next: PopplerRectangle, from word: PopplerRectangle) -> Bool {
    let height = min(word.y2 - word.y1, next.y2 - next.y1)
    guard height > 0 else { return false }
    let common = min(word.y2, next.y2) - max(word.y1, next.y1)
    return next.x1 - word.x2 > height * 2 / 3 || common < 0
  }

  private static func union(_ box: PopplerRectangle?, _ other: PopplerRectangle) -> PopplerRectangle {
    guard let box else { return other }
    return PopplerRectangle(
      x1: min(box.x1, other.x1), y1: min(box.y1, other.y1), x2: max(box.x2, other.x2), y2: max(box.y2, other.y2))
  }

  private static func pixelBox(
    _ box: PopplerRectangle, scaleX: Double, scaleY: Double, within size: PictureSize
  ) -> Box {
    func clamp(_ value: Double, _ limit: Int) -> Int { value.isFinite ? Int(min(max(value, 0), Double(limit))) : 0 }
    return Box(
      x0: clamp((min(box.x1, box.x2) * scaleX).rounded(.down), size.width),
      y0: clamp((min(box.y1, box.y2) * scaleY).rounded(.down), size.height),
      x1: clamp((max(box.x1, box.x2) * scaleX).rounded(.up), size.width),
      y1: clamp((max(box.y1, box.y2) * scaleY).rounded(.up), size.height))
  }
}
