/// A 24-bit sRGB picture: red, green, blue interleaved, row-major, no padding. Alpha is laid over white on decoding.
public struct ColourImage: Sendable {
  public let width: Int
  public let height: Int
  public var pixels: [UInt8]

  /// Takes `pixels` as they are; there must be `3 * width * height` of them.
  public init(width: Int, height: Int, pixels: [UInt8]) {
    precondition(pixels.count == 3 * width * height, "a colour picture has three bytes a pixel")
    self.width = width
    self.height = height
    self.pixels = pixels
  }
}
