import Dossiers

/// The texts in the output of `read-barcodes`: `{"barcodes": [{"bytes": […]}]}`, where the bytes are UTF-8.
enum BarcodeTexts {
  static func of(_ output: JSONValue) -> [String] {
    let barcodes = output["barcodes"]?.array ?? []
    return barcodes.compactMap { barcode in
      let bytes = barcode["bytes"]?.array?.compactMap { $0.integer.flatMap { UInt8(exactly: $0) } }
      return bytes.flatMap { String(validating: $0, as: UTF8.self) }
    }
  }
}
