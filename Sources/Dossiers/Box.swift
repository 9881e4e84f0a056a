/// An upright rectangle on a page, in pixels of the page's reference picture, edges inclusive of `x0, y0`.
///
/// The reference picture is what the page shows to a person: an image after its EXIF orientation, a PDF page
/// rendered at 200 dpi. In JSON: `[x0, y0, x1, y1]`.
public struct Box: Hashable, Sendable, Codable {
  public let x0: Int
  public let y0: Int
  public let x1: Int
  public let y1: Int

  public init(x0: Int, y0: Int, x1: Int, y1: Int) {
    self.x0 = x0
    self.y0 = y0
    self.x1 = x1
    self.y1 = y1
  }

  public var width: Int { x1 - x0 }
  public var height: Int { y1 - y0 }

  public init(from decoder: any Decoder) throws {
    var container = try decoder.unkeyedContainer()
    x0 = try container.decode(Int.self)
    y0 = try container.decode(Int.self)
    x1 = try container.decode(Int.self)
    y1 = try container.decode(Int.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.unkeyedContainer()
    try container.encode(x0)
    try container.encode(y0)
    try container.encode(x1)
    try container.encode(y1)
  }
}
