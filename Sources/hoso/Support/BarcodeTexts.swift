import Foundation

/// The texts in the output of `read-barcodes`: `{"barcodes": [{"bytes": […]}]}`, where the bytes are UTF-8.
enum BarcodeTexts {
  private struct Output: Decodable {
    struct Barcode: Decodable {
      let bytes: [UInt8]
    }

    let barcodes: [Barcode]
  }

  /// Empty for the output of any other stage.
  static func of(outputJSON: [UInt8]) -> [String] {
    guard let output = try? JSONDecoder().decode(Output.self, from: Data(outputJSON)) else { return [] }
    return output.barcodes.compactMap { String(validating: $0.bytes, as: UTF8.self) }
  }
}
