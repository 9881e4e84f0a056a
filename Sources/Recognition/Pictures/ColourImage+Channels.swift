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
    guard let size = shrunkSize(width, height, longSide: longSide) else { return self }
    return ColourImage(
      width: size.width, height: size.height,
      pixels: meansOfCells(pixels, width: width, height: height, channels: 3, onto: size))
  }
}

extension GreyImage {
  /// A smaller picture, each pixel the mean of those it covers; itself when already small enough.
  func shrunk(longSide: Int) -> GreyImage {
    guard let size = shrunkSize(width, height, longSide: longSide) else { return self }
    return GreyImage(
      width: size.width, height: size.height,
      pixels: meansOfCells(pixels, width: width, height: height, channels: 1, onto: size))
  }
}

/// Nil where the picture is small enough as it is.
private func shrunkSize(_ width: Int, _ height: Int, longSide: Int) -> (width: Int, height: Int)? {
  let factor = Double(longSide) / Double(max(width, height))
  guard factor < 1 else { return nil }
  return (max(1, Int((Double(width) * factor).rounded())), max(1, Int((Double(height) * factor).rounded())))
}

private func meansOfCells(
  _ pixels: [UInt8], width: Int, height: Int, channels: Int, onto size: (width: Int, height: Int)
) -> [UInt8] {
  var result = [UInt8](repeating: 0, count: channels * size.width * size.height)
  // Rows are added up first: whole rows at a time.
  var sums = [UInt32](repeating: 0, count: channels * width)
  pixels.withUnsafeBufferPointer { source in
    sums.withUnsafeMutableBufferPointer { sums in
      result.withUnsafeMutableBufferPointer { target in
        for y in 0..<size.height {
          let y0 = y * height / size.height
          let y1 = max(y0 + 1, (y + 1) * height / size.height)
          for x in sums.indices { sums[x] = UInt32(source[y0 * sums.count + x]) }
          for row in (y0 + 1)..<max(y0 + 1, y1) {
            for x in sums.indices { sums[x] &+= UInt32(source[row * sums.count + x]) }
          }
          for x in 0..<size.width {
            let x0 = x * width / size.width
            let x1 = max(x0 + 1, (x + 1) * width / size.width)
            let count = (y1 - y0) * (x1 - x0)
            for channel in 0..<channels {
              var sum = 0
              for at in x0..<x1 { sum += Int(sums[at * channels + channel]) }
              target[(y * size.width + x) * channels + channel] = UInt8(sum / count)
            }
          }
        }
      }
    }
  }
  return result
}
