public import Dossiers
import Files
import Media
import Normalising
public import Pipeline
import Recognition
import Stages

/// Makes a copy of the document in the archive's form: page pictures with their words, as PDF/A.
///
/// A photo's or scan's own bytes go into the copy where a PDF/A can hold them, also those of a PDF's scanned pages; all
/// other pages of a PDF are rendered.
public struct Normalise: ContainedStage {
  public static let name = "normalise"
  private let level: ArchiveLevel?
  private let dotsPerInch: Double

  public init(settings: [String: JSONValue]) throws {
    level = ArchiveLevel(rawValue: settings["pdfa"]?.string ?? ArchiveLevel.unicode.rawValue)
    dotsPerInch = Double(settings["dpi"]?.integer ?? 200)
  }

  public func run(on document: HostedDocument, pages: [Int], progress: (Int) -> Void) throws -> StageResult {
    guard let level, let file = document.product else { return StageResult() }
    do {
      let byteCount = try write(document, to: file, level: level, progress: progress)
      return StageResult(
        output: NormalisedCopy.copy(
          format: level.format, byteCount: Int64(byteCount), sha256: nil,
          claimed: (try document.media as? PDFDocument).flatMap { claim(of: $0, level) }
        ).output)
    } catch let refusal as MediaRefusal {
      return StageResult(output: NormalisedCopy.failed(reason: refusal.problem.message.en).output)
    } catch NormalisingError.unsuitable(let reason) {
      return StageResult(output: NormalisedCopy.failed(reason: reason).output)
    } catch let error as NormalisingError {
      // A full disk, most likely.
      return StageResult(outcome: .retry, detail: error.description)
    }
  }

  /// The level of PDF/A that the file claims for itself, where that is enough to keep it as it is: files of level b say
  /// nothing of their text, so it must be there to be searched.
  private func claim(of pdf: PDFDocument, _ level: ArchiveLevel) -> String? {
    guard let claimed = pdf.claimedArchiveLevel else { return nil }
    guard level == .unicode, claimed.hasSuffix("b") else { return claimed }
    return pdf.pages.allSatisfy(\.hasTextLayer) ? claimed : nil
  }

  /// All pages, whatever the stage's `when` held for: half a document is no copy.
  private func write(
    _ document: HostedDocument, to file: OwnedDescriptor, level: ArchiveLevel, progress: (Int) -> Void
  ) throws -> Int {
    let media = try document.media
    guard !media.pages.isEmpty else { throw NormalisingError.unsuitable("it has no pages to show") }
    let copy = try ArchiveCopy(to: file, title: document.name, level: level, dotsPerInch: dotsPerInch)
    let scans = (media as? PDFDocument)?.scannedPictures
    let whole = document.wholeScans
    for page in media.pages {
      progress(page.number)
      let (picture, factor, resolution) =
        try scanned(page, scans, isWhole: whole.contains(page.number)) ?? picture(page, of: document, media)
      let words = try document.placedWords(page: page.number).map { $0.scaled(by: factor) }
      try copy.add(picture, dotsPerInch: resolution, words: words)
    }
    return try copy.finish()
  }

  /// A scanned page's picture as it is stored, where that is fine enough.
  private func scanned(
    _ page: PageInfo, _ scans: PDFScannedPictures?, isWhole: Bool
  ) -> (PageImage, factor: Double, dotsPerInch: Double?)? {
    // Scanners round the sheet's size: 200 dpi are 199.8 on their pages.
    guard page.dotsPerInch != nil, let found = scans?.picture(page: page.number, isWhole: isWhole),
      found.dotsPerInch >= dotsPerInch * 0.995,
      let image = PageImage(found)
    else { return nil }
    return (image, Double(found.shownWidthInPixels) / Double(page.widthInPixels), found.dotsPerInch)
  }

  /// The page's picture, how much finer it is than the reference picture, and its resolution where it is known.
  private func picture(
    _ page: PageInfo, of document: HostedDocument, _ media: any MediaDocument
  ) throws -> (PageImage, factor: Double, dotsPerInch: Double?) {
    if let stored = media.storedPicture,
      let picture = PageImage(file: stored.bytes, type: media.mediaType, orientation: stored.orientation)
    {
      return (picture, 1, page.dotsPerInch)
    }
    if let pdf = media as? PDFDocument, let reference = page.dotsPerInch, dotsPerInch > reference {
      let image = try pdf.renderColour(page: page.number, dotsPerInch: dotsPerInch, maxPixels: Self.maxPixels)
      let factor = Double(image.width) / Double(page.widthInPixels)
      return (try encode(image, media.mediaType), factor, reference * factor)
    }
    return (try encode(try document.picture(page: page.number).colour, media.mediaType), 1, page.dotsPerInch)
  }

  /// What a finer rendering than the reference may take.
  private static let maxPixels = 50_000_000

  private func encode(_ image: ColourImage, _ type: MediaType) throws -> PageImage {
    let pixels = image.width * image.height
    switch type {
    // Print on white is smaller without loss; a JPEG of quality 85 takes about as much as the limit.
    case .pdf: return try PageImage(image, losslessLimit: pixels / 10, quality: 85)
    // A phone's picture has lost already what a JPEG loses.
    case .heic: return try PageImage(image, losslessLimit: 0, quality: 92)
    // Noise of a scanner in colour; the original stays in the package beside the copy.
    case .png, .jpeg, .tiff, .xml: return try PageImage(image, losslessLimit: pixels, quality: 92)
    }
  }
}

extension PlacedWord {
  fileprivate func scaled(by factor: Double) -> PlacedWord {
    guard factor != 1 else { return self }
    var word = self
    word.start = Point(x: start.x * factor, y: start.y * factor)
    word.end = Point(x: end.x * factor, y: end.y * factor)
    word.height *= factor
    return word
  }
}
