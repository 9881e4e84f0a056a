import Dossiers

/// A TIFF with all its pages; previews and masks are passed over.
final class TIFFDocument: MediaDocument {
  let mediaType = MediaType.tiff
  let warnings: [Problem]
  let pages: [PageInfo]
  let file: TIFFFile
  let stored: [TIFFPage]
  private var verified = VerifiedPixels()

  init(_ bytes: FileBytes, budget: MediaBudget, warnings: [Problem]) throws(MediaRefusal) {
    // 16-bit RGB in one strip is the most that a page within the budget can ask for.
    let file = try TIFFFile(bytes, maxAllocation: max(budget.maxPixels, 1 << 20) * 8)
    let listing = try Self.listPages(of: file, budget: budget)
    var warnings = warnings
    var pages: [PageInfo] = []
    for (index, page) in listing.pages.enumerated() {
      let number = index + 1
      let checked = try ImagePage.check(
        stored: page.size, orientation: page.orientation, dotsPerInch: page.dotsPerInch, budget: budget, page: number,
        pageInProblems: number)
      pages.append(checked.info)
      warnings += checked.warnings
    }
    if listing.isOdd { warnings.append(.damaged(severity: .warning)) }
    self.file = file
    stored = listing.pages
    self.pages = pages
    self.warnings = warnings
  }

  private struct Listing {
    var pages: [TIFFPage] = []
    /// The list of directories runs in a circle; all of its pages are there.
    var isOdd = false
  }

  private static func listPages(of file: TIFFFile, budget: MediaBudget) throws(MediaRefusal) -> Listing {
    var listing = Listing()
    var accessories: [TIFFPage] = []
    while true {
      let page = TIFFPage(file.page)
      // Budgets first: libtiff's own view of an absurd size would be "cannot handle".
      if !page.isAccessory, let reason = file.whyNotRGB, page.size.fits(budget.maxPixels) {
        throw MediaRefusal(refusal(for: reason, page: page, number: listing.pages.count + 1), detail: reason)
      }
      if page.isAccessory { accessories.append(page) } else { listing.pages.append(page) }
      guard listing.pages.count <= budget.maxPages, accessories.count <= budget.maxPages else {
        throw MediaRefusal(
          .tooManyImagePages(listing.pages.count, limit: budget.maxPages), detail: "more than \(budget.maxPages)")
      }
      if file.isLastDirectory { break }
      file.forgetMessages()
      guard file.goToNextDirectory() else {
        let message = file.error ?? file.warning ?? "the next directory cannot be read"
        // libtiff stops of itself where the list runs in a circle.
        if message.contains("loop") {
          listing.isOdd = true
          break
        }
        throw MediaRefusal(.damaged(page: listing.pages.count + 1), detail: message)
      }
    }
    // A lone picture may call itself a preview.
    if listing.pages.isEmpty { listing.pages = accessories }
    return listing
  }

  private static func refusal(for reason: String, page: TIFFPage, number: Int) -> Problem {
    page.size.width == 0 || page.size.height == 0 || reason.contains("Missing")
      ? .damaged(page: number) : .typeUnsupported(.specialTIFF)
  }

  func renderGrey(page: Int, longSideInPixels: Int?) throws(MediaRefusal) -> GreyImage {
    let (size, pixels) = try decode(page: page, channels: 1, longSide: longSideInPixels)
    return GreyImage(width: size.width, height: size.height, pixels: pixels)
  }

  func renderColour(page: Int, longSideInPixels: Int?) throws(MediaRefusal) -> ColourImage {
    if longSideInPixels == nil, let picture = verified.take(page: page) { return picture }
    let (size, pixels) = try decode(page: page, channels: 3, longSide: longSideInPixels)
    return ColourImage(width: size.width, height: size.height, pixels: pixels)
  }

  func textLayer(page: Int) throws(MediaRefusal) -> [TextWord] { [] }

  func verifyPixels(page: Int) throws(MediaRefusal) -> [Problem] {
    try ImagePage.checkNumber(page, of: pages)
    let source = stored[page - 1]
    try verified.check(page: page, stored: source.size, orientation: source.orientation) {
      (keep) throws(MediaRefusal) in
      try TIFFDecoder.forEachRow(file, page: source, number: page, keep)
    }
    return []
  }

  private func decode(page: Int, channels: Int, longSide: Int?) throws(MediaRefusal) -> (PictureSize, [UInt8]) {
    try ImagePage.checkNumber(page, of: pages)
    let source = stored[page - 1]
    let wanted = source.size.capped(longSide: longSide)
    var builder = PictureBuilder(
      sourceWidth: source.size.width, sourceHeight: source.size.height, channels: channels, width: wanted.width,
      height: wanted.height)
    var converter = RowConverter(width: source.size.width, toChannels: channels)
    try TIFFDecoder.forEachRow(file, page: source, number: page) { row, rowChannels in
      converter.convert(row, channels: rowChannels) { builder.append($0) }
    }
    let orientation = source.orientation
    return (
      orientation.applied(to: wanted), orientation.applied(to: builder.pixels, size: wanted, channels: channels)
    )
  }
}
