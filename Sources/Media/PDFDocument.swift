import CPoppler
public import Dossiers

/// A PDF: structure by qpdf, pages, text and pixels by poppler. The reference picture of a page is its crop box,
/// turned as the page says, at 200 dpi, or less where that would be more than 24 million pixels (beyond A2).
public final class PDFDocument: MediaDocument {
  public let mediaType = MediaType.pdf
  public let warnings: [Problem]
  public let pages: [PageInfo]
  let file: PopplerFile
  /// As qpdf reads them, for what poppler does not do.
  let bytes: FileBytes
  /// Pages with a rotation of their own, and those that qpdf says nothing about.
  private let turnedPages: Set<Int>
  /// Its pages that are scans, as they are stored; nil where qpdf cannot read the file without mending it.
  public private(set) lazy var scannedPictures = PDFScannedPictures(self)

  init(_ bytes: FileBytes, budget: MediaBudget, warnings: [Problem]) throws(MediaRefusal) {
    try PDFBurst.check(bytes)
    let structure = PDFStructure(bytes, maxPages: budget.maxPages)
    guard structure.encryption != .passwordNeeded else {
      throw MediaRefusal(.pdfEncrypted(severity: .rejects), detail: structure.complaints.first ?? "")
    }
    if let count = structure.pageCount, count > budget.maxPages {
      throw MediaRefusal(.tooManyPages(count, limit: budget.maxPages), detail: "\(count) pages")
    }
    let (file, isRepaired) = try Self.open(bytes, structure: structure)
    guard file.pageCount <= budget.maxPages else {
      throw MediaRefusal(.tooManyPages(file.pageCount, limit: budget.maxPages), detail: "\(file.pageCount) pages")
    }
    var pages: [PageInfo] = []
    var turnedPages: Set<Int> = []
    for number in 1...file.pageCount {
      let inspection = structure.file.map { PDFPageInspection($0, index: number - 1) }
      if inspection?.isTurned ?? true { turnedPages.insert(number) }
      pages.append(try Self.describe(file.page(number), inspection: inspection, budget: budget))
      structure.file?.releaseHandles()
    }
    self.file = file
    self.bytes = bytes
    self.pages = pages
    self.turnedPages = turnedPages
    var warnings = warnings
    if structure.encryption == .openToReaders { warnings.append(.pdfEncrypted(severity: .warning)) }
    if isRepaired || !structure.complaints.isEmpty || structure.pageCount != file.pageCount {
      warnings.append(.pdfDamaged(severity: .warning))
    }
    self.warnings = warnings + structure.perils.problems
    bytes.letGo()
  }

  /// What poppler cannot open, qpdf may be able to write anew.
  private static func open(
    _ bytes: FileBytes, structure: PDFStructure
  ) throws(MediaRefusal) -> (file: PopplerFile, isRepaired: Bool) {
    let complaint = structure.complaints.first ?? ""
    do {
      let file = try PopplerFile(bytes, complaint: complaint)
      for number in 1...file.pageCount { _ = try file.page(number) }
      return (file, false)
    } catch {
      guard error.problem.code == .pdfDamaged, structure.pageCount ?? 0 > 0,
        let repaired = structure.file?.rewritten()
      else { throw error }
      return (try PopplerFile(repaired, complaint: complaint), true)
    }
  }

  private static func describe(
    _ page: PopplerPageHandle, inspection: PDFPageInspection?, budget: MediaBudget
  ) throws(MediaRefusal) -> PageInfo {
    let (width, height) = page.sizeInPoints
    guard width > 0, height > 0 else {
      throw MediaRefusal(.pdfDamaged(page: page.number), detail: "\(width) x \(height) points")
    }
    guard page.isWithinReason(budget) else {
      throw MediaRefusal(
        .pageTooLarge(
          page: page.number, widthInMillimetres: Int(min(width * 25.4 / 72, 1e9)),
          heightInMillimetres: Int(min(height * 25.4 / 72, 1e9))),
        detail: "\(width) x \(height) points")
    }
    try inspection?.check(page: page.number, budget: budget)
    let pixels = page.sizeInPixels
    return PageInfo(
      number: page.number, widthInPixels: pixels.width, heightInPixels: pixels.height,
      dotsPerInch: page.pixelsPerPoint * 72,
      hasTextLayer: hasTextLayer(page, inspection: inspection))
  }

  /// Also false where fields were filled whose places on the page aren't known (see `textLayer`): reading the pixels
  /// finds all of it.
  private static func hasTextLayer(_ page: PopplerPageHandle, inspection: PDFPageInspection?) -> Bool {
    guard PDFTextQuality.isWorthReading(page), !(inspection?.isTextHidden ?? false) else { return false }
    return !(inspection?.isTurned ?? true) || !PDFFormValues.areThere(on: page)
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

  /// The page's reference picture, in one channel where it is grey.
  func renderPixels(page: Int) throws(MediaRefusal) -> PagePixels {
    try ImagePage.checkNumber(page, of: pages)
    if let stored = scannedPictures?.referencePicture(page: page) { return .grey(stored) }
    let handle = try file.page(page)
    defer { bytes.letGo() }
    return try PDFRenderer.renderPixels(handle, size: handle.sizeInPixels)
  }

  /// A page finer than its reference picture; `dotsPerInch` is lowered where the page would have more than `maxPixels`.
  public func renderColour(page: Int, dotsPerInch: Double, maxPixels: Int) throws(MediaRefusal) -> ColourImage {
    try ImagePage.checkNumber(page, of: pages)
    let handle = try file.page(page)
    let reference = handle.sizeInPixels
    let area = Double(reference.width) * Double(reference.height)
    let factor = min(
      dotsPerInch / (pages[page - 1].dotsPerInch ?? 200), max(1, (Double(maxPixels) / area).squareRoot()))
    let size = PictureSize(
      width: max(1, Int((Double(reference.width) * factor).rounded(.down))),
      height: max(1, Int((Double(reference.height) * factor).rounded(.down))))
    return ColourImage(
      width: size.width, height: size.height, pixels: try PDFRenderer.render(handle, channels: 3, size: size))
  }

  public func textLayer(page: Int) throws(MediaRefusal) -> [TextWord] {
    try ImagePage.checkNumber(page, of: pages)
    let handle = try file.page(page)
    let words = try PDFTextReader.words(of: handle)
    // On a turned page poppler tells fields' places unturned.
    return turnedPages.contains(page) ? words : PDFFormValues.merged(into: words, of: handle)
  }

  /// The contents of attached files whose names end in `suffix` (lower case), such as an e-invoice's XML; at most ten,
  /// none larger than `limit` bytes.
  public func attachments(withSuffix suffix: String, atMost limit: Int) -> [[UInt8]] {
    file.attachments(withSuffix: suffix, atMost: limit)
  }

  public func verifyPixels(page: Int) throws(MediaRefusal) -> [Problem] { [] }

  /// Files embedded in the document: e-invoices travel in PDFs as XML. At most `maxCount`, those above `maxBytes`
  /// left out.
  public func attachments(maxCount: Int = 16, maxBytes: Int = 16 << 20) -> [PDFAttachment] {
    file.attachments(maxCount: maxCount, maxBytes: maxBytes)
  }
}
