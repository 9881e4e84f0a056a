import Media

/// A scanner's glass: things lie on it a little askew, at their true size.
struct Flatbed {
  /// Of the glass, in millimetres.
  var width: Double
  var height: Double
  var dotsPerInch: Int
  var seed: UInt64
  /// Deviation of the grain, in steps of 255; white paper stays white.
  var grain = 1.5

  struct Sheet {
    let image: ColourImage
    /// Upper left corner on the glass, and the picture's width there, in millimetres.
    let x, y, width: Double
    /// Tangent of the angle it lies at, clockwise.
    let slope: Double
    /// The radius of its corners, in millimetres.
    var corner = 0.0
  }

  func scan(_ sheets: [Sheet]) -> ColourImage {
    let scale = Double(dotsPerInch) / 25.4
    let columns = Int((width * scale).rounded())
    let rows = Int((height * scale).rounded())
    var random = SeededGenerator(seed: seed)
    var pixels = [UInt8](repeating: 0, count: 3 * columns * rows)
    let cosines = sheets.map { 1 / (1 + $0.slope * $0.slope).squareRoot() }
    for y in 0..<rows {
      for x in 0..<columns {
        var colour = (252.0, 252.0, 251.0)
        for (sheet, cosine) in zip(sheets, cosines) {
          let sine = sheet.slope * cosine
          let right = (Double(x) + 0.5) / scale - sheet.x
          let down = (Double(y) + 0.5) / scale - sheet.y
          let dots = Double(sheet.image.width) / sheet.width
          let u = (right * cosine + down * sine) * dots
          let v = (down * cosine - right * sine) * dots
          guard isOn(sheet, u, v, corner: sheet.corner * dots) else { continue }
          colour = sheet.image.sample(u, v, span: dots / scale)
        }
        let noise = random.noise() * grain
        let index = 3 * (y * columns + x)
        pixels[index] = byte(colour.0 + noise)
        pixels[index + 1] = byte(colour.1 + noise)
        pixels[index + 2] = byte(colour.2 + noise)
      }
    }
    return ColourImage(width: columns, height: rows, pixels: pixels)
  }

  private func isOn(_ sheet: Sheet, _ u: Double, _ v: Double, corner: Double) -> Bool {
    let width = Double(sheet.image.width)
    let height = Double(sheet.image.height)
    guard u >= 0, v >= 0, u < width, v < height else { return false }
    let beyondX = max(corner - u, u - (width - corner), 0)
    let beyondY = max(corner - v, v - (height - corner), 0)
    return beyondX * beyondX + beyondY * beyondY <= corner * corner || beyondX == 0 || beyondY == 0
  }

  /// Scanners clip what is nearly white.
  private func byte(_ value: Double) -> UInt8 {
    value > 247 ? 255 : UInt8(min(max(value, 0), 255))
  }
}
