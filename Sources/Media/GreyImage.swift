/// An 8-bit grey picture: row-major, no padding, 0 black to 255 white.
public struct GreyImage: Sendable {
  public let width: Int
  public let height: Int
  public var pixels: [UInt8]

  /// Takes `pixels` as they are; there must be `width * height` of them.
  public init(width: Int, height: Int, pixels: [UInt8]) {
    precondition(pixels.count == width * height, "a grey picture has one byte a pixel")
    self.width = width
    self.height = height
    self.pixels = pixels
  }
}
