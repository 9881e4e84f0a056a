/// How a sheet is brought out for another reading: what one rendering misreads another may not.
public struct SheetRendering: Sendable, Hashable {
  /// In relation to the frame of the first reading.
  public let factor: Double
  /// Pixels between those of the page by cubic rather than by linear interpolation: letters stay sharper, and so does
  /// grain.
  public let isFine: Bool
  /// The σ of the blur to undo, in pixels of the page; 0 leaves it as it is.
  public let deblurring: Double
  /// The share of the difference from a blurred copy that is added to the picture; 0 leaves it as it is.
  public let sharpening: Float
  /// How much nearer ink and paper are brought to black and white: 0 not at all, 1 so that pale letters are black.
  public let contrast: Double
  /// Stamps and signatures in coloured ink fade; black print stays.
  public let isWithoutColour: Bool
  public let mode: PageMode

  /// The renderings that brought most to light on blurred receipts, each beside those before it.
  public static let attempts = [
    SheetRendering(factor: 1.2, sharpening: 2, contrast: 0.7), SheetRendering(factor: 1, isFine: true),
    SheetRendering(factor: 1.2, sharpening: 2), SheetRendering(factor: 1.4, isFine: true, contrast: 0.7),
  ]

  /// For text anywhere: a block's lines run into those of a column beside it that stands half a line higher.
  public static let scattered = SheetRendering(factor: 1, isFine: true, mode: .sparse)

  /// For print under stamps and signatures.
  public static let unstamped = SheetRendering(factor: 1.2, isFine: true, contrast: 1, isWithoutColour: true)

  /// For letters in a colour that is hardly darker than their ground.
  public static let faint = SheetRendering(factor: 1, contrast: 1.7)

  public init(
    factor: Double, isFine: Bool = false, deblurring: Double = 0, sharpening: Float = 0, contrast: Double = 0,
    isWithoutColour: Bool = false, mode: PageMode = .block
  ) {
    self.factor = factor
    self.isFine = isFine
    self.deblurring = deblurring
    self.sharpening = sharpening
    self.contrast = contrast
    self.isWithoutColour = isWithoutColour
    self.mode = mode
  }
}
