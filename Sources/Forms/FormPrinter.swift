public import Dossiers

/// Typesets the standard forms of the one-stop office and writes QR codes.
///
/// Blocking, and free of state: call it from any thread. The same form gives the same bytes, on the same machine
/// and fonts, whenever it is printed.
public enum FormPrinter {
  /// Form 01 as a PDF of A5 pages, fonts embedded, text in reading order. Long lists flow to further pages.
  public static func receiptPDF(_ form: ReceiptForm) throws(FormError) -> [UInt8] {
    try prepare()
    var best: (layout: ReceiptLayout, totals: [Int])?
    for setting in ReceiptLayout.Setting.allCases {
      let layout = try ReceiptLayout(form: form, setting: setting)
      // The draft counts the pages, so that each can say which of how many it is.
      let totals = layout.draw(on: draft(PageFlow.a5), totals: nil)
      if let best, best.totals.reduce(0, +) <= totals.reduce(0, +) { continue }
      best = (layout, totals)
      // No closer setting takes less than a page.
      if totals.allSatisfy({ $0 == 1 }) { break }
    }
    guard let best else { return [] }
    let pages = canvas(PageFlow.a5, best.layout.metadata)
    _ = best.layout.draw(on: pages, totals: best.totals)
    return try pages.pdf()
  }

  /// Form 02 or 03 as a PDF of A5 pages.
  public static func noticePDF(_ form: NoticeForm) throws(FormError) -> [UInt8] {
    try prepare()
    let layout = NoticeLayout(form: form)
    let total = layout.draw(on: draft(PageFlow.a5), total: nil)
    let pages = canvas(PageFlow.a5, layout.metadata)
    _ = layout.draw(on: pages, total: total)
    return try pages.pdf()
  }

  /// Separator pages for a scanner's stack as a PDF of A4 pages, one a sheet. `procedureName` is printed beside the
  /// code, for people; `printedAt` becomes the PDF's date.
  public static func coverSheetsPDF(
    _ sheets: [CoverSheet], procedureName: String? = nil, agency: String? = nil, printedAt: Timestamp
  ) throws(FormError) -> [UInt8] {
    try prepare()
    let pages = canvas(
      PageFlow.a4,
      Canvas.Metadata(
        title: "Tờ phân cách hồ sơ \(sheets.first?.series ?? "")", author: PlainText.value(agency),
        created: VietnamTime(printedAt).iso))
    for sheet in sheets {
      try CoverSheetLayout(sheet: sheet, procedureName: procedureName, agency: agency).draw(on: pages)
      pages.endPage()
    }
    return try pages.pdf()
  }

  /// A QR symbol, level M, with its quiet zone of 4 modules, as a black-and-white PNG; `modulePixels` is a
  /// module's edge, 1 … 64.
  public static func qrPNG(_ text: String, modulePixels: Int = 8) throws(FormError) -> [UInt8] {
    guard (1...64).contains(modulePixels) else {
      throw FormError(.moduleSizeUnusable, detail: "\(modulePixels) pixels")
    }
    let matrix = try QRMatrix(text)
    let side = matrix.size + 8
    let rows = (0..<side * modulePixels).map { y in
      let row = y / modulePixels - 4
      return (0..<side * modulePixels).map { x in
        let column = x / modulePixels - 4
        guard (0..<matrix.size).contains(row), (0..<matrix.size).contains(column) else { return false }
        return matrix.isDark(row: row, column: column)
      }
    }
    return try Canvas.bilevel(rows: rows).png()
  }

  /// Loads the fonts and sees that they cover Vietnamese; throws `fontMissing` where none does. Printing does this
  /// by itself: a program that locks its doors calls it before.
  public static func prepare() throws(FormError) {
    let unknown = missingGlyphCount
    guard unknown == 0 else {
      throw FormError(
        .fontMissing,
        detail: "\(unknown) Vietnamese letters have no glyph; install fonts-liberation2 or fonts-noto-core")
    }
  }

  /// Vietnamese letters, in the faces that the forms use, for which no font has a glyph.
  private static let missingGlyphCount: Int = {
    let canvas = Canvas.picture(width: 8, height: 8)
    let style = TextStyle(size: 10)
    return [style, style.bold, style.italic, style.bold.italic].reduce(0) { count, style in
      let block = TextBlock("\(alphabet) \(alphabet.uppercased())", style, on: canvas)
      // Drawing opens the font files, which a confined process could not do later.
      block.draw(x: 0, y: 0)
      return count + block.unknownGlyphCount
    }
  }()

  private static let alphabet =
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ0123456789,.:;/()-"

  private static func draft(_ size: (width: Double, height: Double)) -> Canvas {
    Canvas.draft(width: size.width, height: size.height)
  }

  private static func canvas(_ size: (width: Double, height: Double), _ metadata: Canvas.Metadata) -> Canvas {
    Canvas.pdf(width: size.width, height: size.height, metadata: metadata)
  }
}
