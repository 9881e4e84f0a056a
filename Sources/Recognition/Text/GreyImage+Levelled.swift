import Media

extension GreyImage {
  /// The picture with its paper brought to one brightness: shadows and a lamp's fall-off divided out.
  ///
  /// The paper's brightness is the upper tenth of each tile of about 1/24 of the long side, smoothed between tiles.
  func levelled() -> GreyImage {
    // A clean scan is level already.
    guard let (paper, tile, columns, rows) = paperByTiles() else { return self }
    return made(width: width, height: height) { source, target in
      // The paper along the middles of two rows of tiles; the one below is the one above later on.
      var above = [Float](repeating: 0, count: width)
      var below = above
      var present: (Int, Int)?
      for y in 0..<height {
        let v = min(max((Float(y) + 0.5) / Float(tile) - 0.5, 0), Float(rows - 1))
        let (upper, share) = (Int(v), v - Float(Int(v)))
        let lower = min(upper + 1, rows - 1)
        if present.map({ $0 != (upper, lower) }) ?? true {
          Self.spread(paper[(upper * columns)..<((upper + 1) * columns)], tile: tile, onto: &above)
          Self.spread(paper[(lower * columns)..<((lower + 1) * columns)], tile: tile, onto: &below)
          present = (upper, lower)
        }
        let (bytes, line) = (source + y * width, target + y * width)
        for x in 0..<width {
          let local = max(above[x] * (1 - share) + below[x] * share, 24)
          line[x] = (Float(bytes[x]) * 245 / local).byte
        }
      }
    }
  }

  /// The values of a row of tiles for each pixel across them.
  private static func spread(_ tiles: ArraySlice<Float>, tile: Int, onto line: inout [Float]) {
    let (first, last) = (tiles.startIndex, tiles.count - 1)
    for x in line.indices {
      let u = min(max((Float(x) + 0.5) / Float(tile) - 0.5, 0), Float(last))
      let (column, share) = (Int(u), u - Float(Int(u)))
      line[x] = tiles[first + column] * (1 - share) + tiles[first + min(column + 1, last)] * share
    }
  }

  /// The brightness of the paper by tiles, smoothed; nil where it is white all over.
  private func paperByTiles() -> (paper: [Float], tile: Int, columns: Int, rows: Int)? {
    let tile = max(16, max(width, height) / 24)
    let columns = (width + tile - 1) / tile
    let rows = (height + tile - 1) / tile
    var paper = [Float](repeating: 255, count: columns * rows)
    for row in 0..<rows {
      for column in 0..<columns {
        paper[row * columns + column] = Float(brightest(column * tile, row * tile, tile))
      }
    }
    if let darkest = paper.min(), darkest >= 235 { return nil }
    return (Self.smoothed(paper, columns: columns, rows: rows), tile, columns, rows)
  }

  /// The picture levelled so that shadows with a sharp edge go too: those of a hand or a phone, and of folds. Tiles
  /// across such an edge are as bright as their lit part, and letters in the dark one pass for part of the shadow. Nil
  /// where there is none.
  func levelledUnderShadows() -> GreyImage? {
    guard let (paper, _, columns, rows) = paperByTiles() else { return nil }
    let coarse = GreyImage(width: columns, height: rows, pixels: paper.map { UInt8(min(max($0, 0), 255)) })
    let scale = 480 / Double(max(width, height))
    guard scale < 0.5 else { return nil }
    let small = resized(width: max(1, Int(Double(width) * scale)), height: max(1, Int(Double(height) * scale)))
    // Strokes and the gaps between letters close; edges of whatever is wider stay where they are.
    let closed = small.maximum(radius: 4).minimum(radius: 4)
    let tiles = coarse.resized(width: small.width, height: small.height)
    let calm = closed.blurred(sigma: 2)
    var shaded = 0
    for at in closed.pixels.indices {
      let (paper, here) = (Int(tiles.pixels[at]), Int(closed.pixels[at]))
      // A photograph or a dark table is rough, and ink darker than any shadow that leaves letters legible.
      if here * 5 < paper * 4, here * 5 > paper, abs(here - Int(calm.pixels[at])) * 12 < here { shaded += 1 }
    }
    guard shaded * 50 > closed.pixels.count else { return nil }
    return divided(by: closed.blurred(sigma: 0.8).resized(width: width, height: height))
  }

  private func divided(by paper: GreyImage) -> GreyImage {
    var result = pixels
    for at in result.indices {
      result[at] = UInt8(min(255, Int(pixels[at]) * 245 / max(Int(paper.pixels[at]), 24)))
    }
    return GreyImage(width: width, height: height, pixels: result)
  }

  /// The brightness that nine tenths of a tile's pixels stay below.
  private func brightest(_ left: Int, _ top: Int, _ tile: Int) -> Int {
    var histogram = [Int](repeating: 0, count: 256)
    var count = 0
    for y in stride(from: top, to: min(top + tile, height), by: 2) {
      for x in stride(from: left, to: min(left + tile, width), by: 2) {
        histogram[Int(pixels[y * width + x])] += 1
        count += 1
      }
    }
    var above = 0
    for value in stride(from: 255, through: 0, by: -1) {
      above += histogram[value]
      if above * 10 >= count { return value }
    }
    return 255
  }

  private static func smoothed(_ values: [Float], columns: Int, rows: Int) -> [Float] {
    var smoothed = values
    for row in 0..<rows {
      for column in 0..<columns {
        var sum: Float = 0
        var count: Float = 0
        for r in max(0, row - 1)...min(rows - 1, row + 1) {
          for c in max(0, column - 1)...min(columns - 1, column + 1) {
            sum += values[r * columns + c]
            count += 1
          }
        }
        smoothed[row * columns + column] = sum / count
      }
    }
    return smoothed
  }
}
