/// An sRGB colour, each part 0 … 1.
package struct Colour: Hashable, Sendable {
  package let red, green, blue, alpha: Double

  package init(_ red: Double, _ green: Double, _ blue: Double, alpha: Double = 1) {
    self.red = red
    self.green = green
    self.blue = blue
    self.alpha = alpha
  }

  package static let black = Colour(0, 0, 0)
  package static let white = Colour(1, 1, 1)
}
