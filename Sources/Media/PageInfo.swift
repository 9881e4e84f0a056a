/// What is known of a page without decoding its pixels.
public struct PageInfo: Sendable, Codable, Hashable {
  /// Counted from 1.
  public let number: Int
  /// Of the reference picture: an image after its EXIF orientation, a PDF page at 200 dpi, beyond A2 at
  /// less (see `dotsPerInch`).
  public let widthInPixels: Int
  public let heightInPixels: Int
  /// Dots an inch of the reference picture; nil when the file does not say.
  public let dotsPerInch: Double?
  /// True when the page carries text of its own that is worth reading (PDF only).
  public let hasTextLayer: Bool

  public init(number: Int, widthInPixels: Int, heightInPixels: Int, dotsPerInch: Double?, hasTextLayer: Bool) {
    self.number = number
    self.widthInPixels = widthInPixels
    self.heightInPixels = heightInPixels
    self.dotsPerInch = dotsPerInch
    self.hasTextLayer = hasTextLayer
  }
}
