public import Dossiers
import Media
public import Pipeline
import Recognition

/// Reads the bar codes of each page as raw bytes.
public struct ReadBarcodes: PageStage {
  public static let name = "read-barcodes"

  private let reader: BarcodeReader

  public init(settings: [String: JSONValue]) throws {
    let formats = settings["formats"]?.array?.compactMap { $0.string.flatMap(BarcodeReader.Format.init) }
    reader = formats.map(BarcodeReader.init(formats:)) ?? BarcodeReader()
  }

  public func run(on document: HostedDocument, pages: [Int], progress: (Int) -> Void) throws -> StageResult {
    var result = StageResult()
    for page in pages {
      progress(page)
      do {
        let barcodes =
          try document.isBlank(page: page)
          ? [] : reader.read(document.picture(page: page), regions: document.regions[page] ?? [])
        document.barcodes[page] = barcodes.isEmpty ? nil : barcodes
        result.facts.set("barcodes", .integer(Int64(barcodes.count)), page: page)
      } catch {
        result.add(error)
      }
    }
    result.output = try output(of: document, pages: pages)
    return result
  }

  public func output(of document: HostedDocument, pages: [Int]) throws -> JSONValue {
    ["barcodes": try JSONValue(encoding: pages.flatMap { document.barcodes[$0] ?? [] })]
  }

  static func restored(_ output: JSONValue) throws -> [Int: [Barcode]] {
    let barcodes: [Barcode] = try (output["barcodes"] ?? []).decoded()
    return Dictionary(grouping: barcodes, by: \.page)
  }
}
