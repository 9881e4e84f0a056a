/// How a sheet is brought out for another reading: what one rendering misreads another may not.
public struct SheetRendering: Sendable, Hashable {
  /// In relation to the frame of the first reading.
  public let factor: Double
  /// The share of the difference from a blurred copy that is added to the picture; 0 leaves it as it is.
  public let sharpening: Float

  /// The renderings that, of twenty, brought most to light on blurred receipts, each beside those before it.
  public static let attempts = [SheetRendering(factor: 1.4), SheetRendering(factor: 1.2, sharpening: 2)]

  public init(factor: Double, sharpening: Float = 0) {
    self.factor = factor
    self.sharpening = sharpening
  }
}
