import CPango
import Forms
import Media

/// One page of paper, measured in points: drawn once, kept as a PDF's page or as a scanner's picture.
struct Sheet {
  static let a4 = (width: 595.28, height: 841.89)
  /// A5 on its side, as most fee receipts are.
  static let a5Landscape = (width: 595.28, height: 419.53)

  let size: (width: Double, height: Double)
  let draw: (Canvas) throws -> Void

  /// The page as a picture at `dotsPerInch`.
  func image(dotsPerInch: Int) throws -> ColourImage {
    let scale = Double(dotsPerInch) / 72
    let canvas = Canvas.picture(
      width: Int((size.width * scale).rounded()), height: Int((size.height * scale).rounded()))
    cairo_scale(canvas.context, scale, scale)
    try draw(canvas)
    return ColourImage(width: Int(canvas.width), height: Int(canvas.height), pixels: try canvas.pixels())
  }

  /// Sheets of one size as a PDF with text. `created` is ISO 8601.
  static func pdf(_ sheets: [Sheet], title: String, created: String) throws -> [UInt8] {
    let size = sheets[0].size
    let canvas = Canvas.pdf(
      width: size.width, height: size.height, metadata: Canvas.Metadata(title: title, created: created))
    for sheet in sheets {
      try sheet.draw(canvas)
      canvas.endPage()
    }
    return try canvas.pdf()
  }
}
