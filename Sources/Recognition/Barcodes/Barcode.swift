import Foundation

/// A bar code read from a page.
public struct Barcode: Hashable, Sendable, Codable {
  /// Counted from 1.
  public let page: Int
  /// ZXing's name of the symbology: `QRCode`, `MicroQRCode`, `PDF417`, `Code128`, …
  public let format: String
  /// The payload before any guess at its encoding.
  public let bytes: [UInt8]
  /// In pixels of the page's reference picture; the top left is the symbol's own.
  public let corners: Quad

  public init(page: Int, format: String, bytes: [UInt8], corners: Quad) {
    self.page = page
    self.format = format
    self.bytes = bytes
    self.corners = corners
  }

  /// The payload as strict UTF-8, NFC; nil where it is something else, for the decoder's guesses spoil Vietnamese.
  public var text: String? {
    String(validating: bytes, as: UTF8.self)?.precomposedStringWithCanonicalMapping
  }

  /// True where an outline is the code's own, give or take its quiet zone.
  public func fills(_ outline: Quad) -> Bool {
    outline.contains(corners.centre) && corners.area * 2 > outline.area
  }

  /// True for the square codes, among them that of cards.
  var isSquare: Bool { format != "PDF417" && format != "Code128" }
}
