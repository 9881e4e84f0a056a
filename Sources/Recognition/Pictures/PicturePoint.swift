/// A place in a picture, in pixels from its top left corner; pixel centres lie at halves.
public struct PicturePoint: Hashable, Sendable {
  public var x: Double
  public var y: Double

  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  func distance(to other: PicturePoint) -> Double {
    ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot()
  }

  func scaled(by factor: Double) -> PicturePoint {
    PicturePoint(x: x * factor, y: y * factor)
  }
}

extension PicturePoint: Codable {
  public init(from decoder: any Decoder) throws {
    var container = try decoder.unkeyedContainer()
    x = try container.decode(Double.self)
    y = try container.decode(Double.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.unkeyedContainer()
    // Tenths of a pixel are more than any method here finds.
    try container.encode((x * 10).rounded() / 10)
    try container.encode((y * 10).rounded() / 10)
  }
}
