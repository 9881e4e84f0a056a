/// A word on a rectified card. The unit of length is the card's width, so that a card is 1 wide and 0.63 high.
struct CardWord: Sendable, Hashable {
  var text: String
  var confidence: Double
  var x0: Double
  var y0: Double
  var x1: Double
  var y1: Double

  var middle: Double { (y0 + y1) / 2 }
  var height: Double { y1 - y0 }
}
