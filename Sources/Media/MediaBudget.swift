/// What one document may cost, checked from headers before memory is taken.
public struct MediaBudget: Sendable, Codable, Hashable {
  public var maxBytes: Int64
  /// Of one page's reference picture.
  public var maxPixels: Int
  public var maxPages: Int
  /// Below this on the short side an image draws the warning `image.too-small`.
  public var minShortSideInPixels: Int

  public init(
    maxBytes: Int64 = 100 << 20, maxPixels: Int = 50_000_000, maxPages: Int = 500, minShortSideInPixels: Int = 480
  ) {
    self.maxBytes = maxBytes
    self.maxPixels = maxPixels
    self.maxPages = maxPages
    self.minShortSideInPixels = minShortSideInPixels
  }
}
