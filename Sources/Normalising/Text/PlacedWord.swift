/// A word with its place on a page, in pixels of the page's reference picture, y growing downwards.
public struct PlacedWord: Sendable, Hashable {
  public struct Point: Sendable, Hashable {
    public var x: Double
    public var y: Double

    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  public var text: String
  /// Where the word begins and ends on its baseline: a word that lies askew or upside down has a slanting one.
  public var start: Point
  public var end: Point
  /// From the line's lowest to its highest ink.
  public var height: Double
  /// Words with the same number stand on one line; lines come in reading order.
  public var line: Int

  public init(text: String, start: Point, end: Point, height: Double, line: Int) {
    self.text = text
    self.start = start
    self.end = end
    self.height = height
    self.line = line
  }
}
