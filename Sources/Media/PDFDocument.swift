import CPoppler
public import Dossiers

/// A PDF: structure by qpdf, pages, text and pixels by poppler. The reference picture of a page is its crop box,
/// turned as the page says, at 200 dpi.
public final class PDFDocument: MediaDocument {
  public let mediaType = MediaType.pdf
  public let warnings: [Problem]
  public let pages: [PageInfo]
  let file: PopplerFile

  /// Of the reference picture.
  static let dotsPerInch = 200.0
  static let pixelsPerPoint = dotsPerInch / 72

  init(_ bytes: FileBytes, budget: MediaBudget, warnings: [Problem]) throws(MediaRefusal) {
    let structure = PDFStructure(bytes, maxPages: budget.maxPages)
    let detail = structure.complaints.first ?? ""
    guard structure.encryption != .passwordNeeded else {
      throw MediaRefusal(.pdfEncrypted(severity: .rejects), detail: detail)
    }
    if let count = structure.pageCount, count > budget.maxPages {
      throw MediaRefusal(.tooManyPages(count, limit: budget.maxPages), detail: "\(count) pages")
    }
    let file = try PopplerFile(bytes, complaint: detail)
    guard file.pageCount <= budget.maxPages else {
      throw MediaRefusal(.tooManyPages(file.pageCount, limit: budget.maxPages), detail: "\(file.pageCount) pages")
    }
    var pages: [PageInfo] = []
    for number in 1...file.pageCount {
      pages.append(try Self.describe(file.page(number), number: number, budget: budget))
    }
    self.file = file
    self.pages = pages
    var warnings = warnings
    if structure.encryption == .openToReaders { warnings.append(.pdfEncrypted(severity: .warning)) }
    if !structure.complaints.isEmpty || structure.pageCount.map({ $0 != file.pageCount }) ?? true {
      warnings.append(.pdfDamaged(severity: .warning))
    }
    self.warnings = warnings + structure.perils.problems
  }

  private static func describe(_ page: PopplerPageHandle, number: Int, budget: MediaBudget) throws(MediaRefusal)
    -> PageInfo
  {
    let (width, height) = page.sizeInPoints
    let pixels = page.sizeInPixels
    guard pixels.fits(budget.maxPixels) else {
      let toMillimetres = 25.4 / 72
      throw MediaRefusal(
        .pageTooLarge(
          page: number, widthInMillimetres: Int(min(width * toMillimetres, 1e9)),
          heightInMillimetres: Int(min(height * toMillimetres, 1e9))),
        detail: "\(width) x \(height) points")
    }
    return PageInfo(
      number: number, widthInPixels: pixels.width, heightInPixels: pixels.height, dotsPerInch: dotsPerInch,
      hasTextLayer: PDFTextQuality.isWorthReading(page))
  }

  public func renderGrey(page: Int, longSideInPixels: Int?) throws(MediaRefusal) -> GreyImage {
    try ImagePage.checkNumber(page, of: pages)
    let (size, pixels) = try PDFRenderer.render(file.page(page), channels: 1, longSide: longSideInPixels)
    return GreyImage(width: size.width, height: size.height, pixels: pixels)
  }

  public func renderColour(page: Int, longSideInPixels: Int?) throws(MediaRefusal) -> ColourImage {
    try ImagePage.checkNumber(page, of: pages)
    let (size, pixels) = try PDFRenderer.render(file.page(page), channels: 3, longSide: longSideInPixels)
    return ColourImage(width: size.width, height: size.height, pixels: pixels)
  }

  /// A page finer than its reference picture; `dotsPerInch` is lowered where the page would have more than `maxPixels`.
  public func renderColour(page: Int, dotsPerInch: Double, maxPixels: Int) throws(MediaRefusal) -> ColourImage {
    try ImagePage.checkNumber(page, of: pages)
    let handle = try file.page(page)
    let reference = handle.sizeInPixels
    let area = Double(reference.width) * Double(reference.height)
    let factor = min(dotsPerInch / Self.dotsPerInch, max(1, (Double(maxPixels) / area).squareRoot()))
    let size = PictureSize(
      width: max(1, Int((Double(reference.width) * factor).rounded(.down))),
      height: max(1, Int((Double(reference.height) * factor).rounded(.down))))
    return ColourImage(
      width: size.width, height: size.height, pixels: try PDFRenderer.render(handle, channels: 3, size: size))
  }

  public func textLayer(page: Int) throws(MediaRefusal) -> [TextWord] {
    try ImagePage.checkNumber(page, of: pages)
    return try PDFTextReader.words(of: file.page(page))
  }

  public func verifyPixels(page: Int) throws(MediaRefusal) -> [Problem] { [] }
}
