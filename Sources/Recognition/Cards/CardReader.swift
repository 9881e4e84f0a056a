import Dossiers
import Media

/// Reads identity cards, front and back, of all generations in use, and the machine-readable zone of others.
///
/// How the glue calls this module (all blocking, all on one thread, every result Codable):
/// ```swift
/// let picture = PagePicture(page: 1, colour: document.renderColour(page: 1, longSideInPixels: nil))
/// let regions = DocumentLocator().locate(picture)                       // stage locate-document
/// let barcodes = BarcodeReader().read(picture, regions: regions)        // stage read-barcodes
/// let reader = CardReader(vietnamese: vie, english: eng)                // two warm TextEngines
/// let sides = try reader.read(picture, regions: regions, barcodes: barcodes)   // once a page: [CardSide]
/// let reading = CardAssembly.assemble(sides)                            // once a document: parts and problems
/// ```
public final class CardReader {
  private let vietnamese: TextEngine
  private let english: TextEngine

  public init(vietnamese: TextEngine, english: TextEngine) {
    self.vietnamese = vietnamese
    self.english = english
  }

  /// The card sides on one page. Regions that are no cards yield nothing.
  public func read(
    _ picture: PagePicture, regions: [LocatedRegion], barcodes: [Barcode]
  ) throws(TextEngineError) -> [CardSide] {
    []
  }
}
