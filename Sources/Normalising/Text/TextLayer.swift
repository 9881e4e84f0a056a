import Glibc

/// The words of one page as text operators that paint nothing (ISO 32000-1, 9.3.6: rendering mode 3).
struct TextLayer {
  /// The resource name of the font.
  static let font = "/F1"
  /// Reading programs take two words for one where there is less between them, in shares of the line's height.
  private static let gap = 0.2

  private let pointsPerPixel: Double
  private let pageHeight: Double

  /// `pageHeight` in points: PDF counts upwards from the lower edge.
  init(pointsPerPixel: Double, pageHeight: Double) {
    self.pointsPerPixel = pointsPerPixel
    self.pageHeight = pageHeight
  }

  /// The operators; empty where no word has a character that can be shown.
  func operators(_ words: [PlacedWord], font: inout InvisibleFont) -> String {
    var text = ""
    for (index, word) in words.enumerated() {
      let next = index + 1 < words.count && words[index + 1].line == word.line ? words[index + 1] : nil
      text += show(word, before: next, font: &font)
    }
    return text.isEmpty ? "" : "BT\n3 Tr\n\(text)ET\n"
  }

  private func show(_ word: PlacedWord, before next: PlacedWord?, font: inout InvisibleFont) -> String {
    var codes: [UInt8] = []
    for scalar in word.text.unicodeScalars {
      guard let code = font.code(of: scalar) else { continue }
      codes += [UInt8(code >> 8), UInt8(code & 0xFF)]
    }
    let size = word.height * pointsPerPixel
    let (dx, dy) = (word.end.x - word.start.x, word.end.y - word.start.y)
    let length = hypot(dx, dy)
    guard !codes.isEmpty, size.isFinite, size > 0, length.isFinite, length > 0 else { return "" }
    let (cosine, sine) = (dx / length, dy / length)
    var width = length
    // Along this word's baseline, where the next one begins.
    let step = next.map { ($0.start.x - word.start.x) * cosine + ($0.start.y - word.start.y) * sine }
    let free = word.height * Self.gap
    if let step, step > 2 * free { width = min(width, step - free) }
    let scale = Self.scale(width * pointsPerPixel, characters: codes.count / 2, size: size)
    // y grows downwards on the picture and upwards on the page, which turns the other way round.
    let matrix = [cosine, -sine, sine, cosine].map(PDFSyntax.number).joined(separator: " ")
    let x = PDFSyntax.number(word.start.x * pointsPerPixel)
    let y = PDFSyntax.number(pageHeight - word.start.y * pointsPerPixel)
    var operators =
      "\(Self.font) \(PDFSyntax.number(size)) Tf \(PDFSyntax.number(scale)) Tz\n\(matrix) \(x) \(y) Tm \(PDFSyntax.hexadecimal(codes)) Tj\n"
    if let code = font.code(of: " ") {
      let space = max(free, step.map { min($0 - width, 4 * word.height) } ?? free)
      let scale = Self.scale(space * pointsPerPixel, characters: 1, size: size)
      operators += "\(PDFSyntax.number(scale)) Tz \(PDFSyntax.hexadecimal([UInt8(code >> 8), UInt8(code & 0xFF)])) Tj\n"
    }
    return operators
  }

  /// Per cent by which the font's characters are stretched to fill `width` points.
  private static func scale(_ width: Double, characters: Int, size: Double) -> Double {
    min(max(100 * width / (Double(characters) * InvisibleFont.advance * size), 1), 10_000)
  }
}
