import Dossiers
public import Media

extension ColourImage {
  /// One channel: 0 red, 1 green, 2 blue. Green shows dark what is printed in red or black, and is the sharpest.
  public func channel(_ index: Int) -> GreyImage {
    var result = [UInt8](repeating: 0, count: width * height)
    pixels.withUnsafeBufferPointer { source in
      result.withUnsafeMutableBufferPointer { target in
        for position in 0..<target.count { target[position] = source[position * 3 + index] }
      }
    }
    return GreyImage(width: width, height: height, pixels: result)
  }

  /// Luma by ITU-R BT.601.
  public func grey() -> GreyImage {
    var result = [UInt8](repeating: 0, count: width * height)
    pixels.withUnsafeBufferPointer { source in
      result.withUnsafeMutableBufferPointer { target in
        for position in 0..<target.count {
          let red = Int(source[position * 3])
          let green = Int(source[position * 3 + 1])
          let blue = Int(source[position * 3 + 2])
          target[position] = UInt8((red * 299 + green * 587 + blue * 114 + 500) / 1000)
        }
      }
    }
    return GreyImage(width: width, height: height, pixels: result)
  }

  /// The brightest channel of each pixel.
  func brightestChannel() -> GreyImage {
    var result = [UInt8](repeating: 0, count: width * height)
    pixels.withUnsafeBufferPointer { source in
      result.withUnsafeMutableBufferPointer { target in
        for position in 0..<target.count {
          target[position] = max(source[position * 3], source[position * 3 + 1], source[position * 3 + 2])
        }
      }
    }
    return GreyImage(width: width, height: height, pixels: result)
  }

  /// The part inside of `box`, cut at the picture's edges.
  func cropped(to box: Box) -> ColourImage {
    let x0 = min(max(box.x0, 0), width - 1)
    let y0 = min(max(box.y0, 0), height - 1)
    let x1 = min(max(box.x1, x0 + 1), width)
    let y1 = min(max(box.y1, y0 + 1), height)
    var part: [UInt8] = []
    part.reserveCapacity(3 * (x1 - x0) * (y1 - y0))
    for y in y0..<y1 { part.append(contentsOf: pixels[(3 * (y * width + x0))..<(3 * (y * width + x1))]) }
    return ColourImage(width: x1 - x0, height: y1 - y0, pixels: part)
  }

  /// A smaller picture, each pixel the mean of those it covers; itself when already small enough.
  func shrunk(longSide: Int) -> ColourImage {
    let factor = Double(longSide) / Double(max(width, height))
    if factor >= 1 { return self }
    let newWidth = max(1, Int((Double(width) * factor).rounded()))
    let newHeight = max(1, Int((Double(height) * factor).rounded()))
    var result = [UInt8](repeating: 0, count: 3 * newWidth * newHeight)
    pixels.withUnsafeBufferPointer { source in
      result.withUnsafeMutableBufferPointer { target in
        for y in 0..<newHeight {
          let y0 = y * height / newHeight
          let y1 = max(y0 + 1, (y + 1) * height / newHeight)
          for x in 0..<newWidth {
            let x0 = x * width / newWidth
            let x1 = max(x0 + 1, (x + 1) * width / newWidth)
            var (red, green, blue) = (0, 0, 0)
            for sy in y0..<y1 {
              for sx in x0..<x1 {
                let at = (sy * width + sx) * 3
                red += Int(source[at])
                green += Int(source[at + 1])
                blue += Int(source[at + 2])
              }
            }
            let count = (y1 - y0) * (x1 - x0)
            let at = (y * newWidth + x) * 3
            target[at] = UInt8(red / count)
            target[at + 1] = UInt8(green / count)
            target[at + 2] = UInt8(blue / count)
          }
        }
      }
    }
    return ColourImage(width: newWidth, height: newHeight, pixels: result)
  }
}
