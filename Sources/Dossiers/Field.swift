/// One value read from a page, with how sure we are and where it was read.
public struct Field: Hashable, Sendable, Codable {
  /// Where a value came from.
  public enum Source: String, Sendable, Codable {
    case qr, mrz, ocr
    case textLayer = "text-layer"
    case xml
    /// Set by a person with `hoso review set`.
    case person
  }

  /// A string (NFC, dates as ISO 8601), an integer (money), or an array of objects (receipt items).
  public let value: JSONValue
  /// 0 … 1: the share of such readings that are right.
  public let confidence: Double
  public let source: Source
  /// True only where a check that cannot pass by chance agrees (see README, "What verified means").
  public let verified: Bool
  /// Counted from 1.
  public let page: Int
  public let box: Box?

  public init(
    value: JSONValue, confidence: Double, source: Source, verified: Bool = false, page: Int, box: Box? = nil
  ) {
    self.value = value
    self.confidence = confidence
    self.source = source
    self.verified = verified
    self.page = page
    self.box = box
  }
}
