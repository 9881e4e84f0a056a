/// Writes small PDF files: objects in order, a right cross-reference table, one font with a Unicode map of our own.
struct HandmadePDF {
  struct Page {
    var mediaBox = "0 0 595 842"
    var extras = ""
    var content = ""
    /// Takes the place of the page's own content stream.
    var contents: String?
    /// Beside the font.
    var resources = ""
  }

  var pages: [Page] = [Page()]
  var catalogueExtras = ""
  /// Further objects, the first of which gets `firstExtraNumber`.
  var extraObjects: [String] = []
  /// What the page tree says; nil for the truth.
  var declaredCount: Int?
  /// Breaks the place of the cross-reference table.
  var hasBrokenStart = false

  static let firstExtraNumber = 6

  /// Text from lines at the given places, in points from the lower left corner.
  static func text(_ lines: [(x: Int, y: Int, text: String)], mode: Int = 0) -> String {
    lines.map { "BT /F1 12 Tf \(mode) Tr \($0.x) \($0.y) Td (\($0.text)) Tj ET" }.joined(separator: "\n")
  }

  var bytes: [UInt8] {
    var objects = [
      "<< /Type /Catalog /Pages 2 0 R \(catalogueExtras) >>", "",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 4 0 R >>", Self.stream(Self.unicodeMap),
      "<< >>",
    ]
    objects += extraObjects
    var kids: [String] = []
    for page in pages {
      let number = objects.count + 1
      kids.append("\(number) 0 R")
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [\(page.mediaBox)] \(page.extras) "
          + "/Contents \(page.contents ?? "\(number + 1) 0 R") "
          + "/Resources << /Font << /F1 3 0 R >> \(page.resources) >> >>")
      objects.append(Self.stream(page.content))
    }
    objects[1] =
      "<< /Type /Pages /Kids [\(kids.joined(separator: " "))] /Count \(declaredCount ?? pages.count) >>"
    var file = "%PDF-1.4\n"
    var places: [Int] = []
    for (index, object) in objects.enumerated() {
      places.append(file.utf8.count)
      file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = file.utf8.count
    file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for place in places {
      let digits = String(place)
      file += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    file += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\n"
    file += "startxref\n\(hasBrokenStart ? 7 : start)\n%%EOF\n"
    return Array(file.utf8)
  }

  static func stream(_ content: String, extras: String = "") -> String {
    "<< /Length \(content.utf8.count) \(extras) >>\nstream\n\(content)\nendstream"
  }

  /// Letters stand for themselves; `#` for a decomposed "ế" (e, circumflex, acute).
  private static let unicodeMap = """
    /CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /H def /CMapType 2 def
    1 begincodespacerange <00> <FF> endcodespacerange
    1 beginbfrange <20> <22> <0020> endbfrange
    1 beginbfchar <23> <006503020301> endbfchar
    1 beginbfrange <24> <7E> <0024> endbfrange
    endcmap end end
    """
}
