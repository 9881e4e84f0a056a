import Dossiers
public import Media

extension GreyImage {
  /// The part of the picture inside of `box`, cut at the picture's edges; never empty for a non-empty picture.
  func cropped(to box: Box) -> GreyImage {
    let x0 = min(max(box.x0, 0), width - 1)
    let y0 = min(max(box.y0, 0), height - 1)
    let x1 = min(max(box.x1, x0 + 1), width)
    let y1 = min(max(box.y1, y0 + 1), height)
    var part: [UInt8] = []
    part.reserveCapacity((x1 - x0) * (y1 - y0))
    for y in y0..<y1 { part.append(contentsOf: pixels[(y * width + x0)..<(y * width + x1)]) }
    return GreyImage(width: x1 - x0, height: y1 - y0, pixels: part)
  }

  /// The picture with a plain edge of `margin` pixels around it.
  func padded(by margin: Int, grey: UInt8) -> GreyImage {
    let wide = width + 2 * margin
    var result = [UInt8](repeating: grey, count: wide * (height + 2 * margin))
    for y in 0..<height {
      let start = (y + margin) * wide + margin
      result.replaceSubrange(start..<(start + width), with: pixels[(y * width)..<((y + 1) * width)])
    }
    return GreyImage(width: wide, height: height + 2 * margin, pixels: result)
  }

  /// Resamples with a cubic kernel that widens when shrinking, so that nothing aliases.
  func resized(width newWidth: Int, height newHeight: Int) -> GreyImage {
    if newWidth == width && newHeight == height { return self }
    let across = ResamplingTable(from: width, to: newWidth)
    let down = ResamplingTable(from: height, to: newHeight)
    let (wide, high) = (width, height)
    return made(width: newWidth, height: newHeight) { source, target in
      let middle = UnsafeMutablePointer<Float>.allocate(capacity: newWidth * high)
      defer { middle.deallocate() }
      let row = UnsafeMutablePointer<Float>.allocate(capacity: wide)
      defer { row.deallocate() }
      for y in 0..<high {
        let bytes = source + y * wide
        for x in 0..<wide { row[x] = Float(bytes[x]) }
        across.sum(row, into: middle + y * newWidth)
      }
      let line = UnsafeMutablePointer<Float>.allocate(capacity: newWidth)
      defer { line.deallocate() }
      for y in 0..<newHeight {
        line.update(repeating: 0.5, count: newWidth)
        for tap in 0..<down.taps {
          let weight = down.weights[y * down.taps + tap]
          if weight == 0 { continue }
          let row = middle + (down.firsts[y] + tap) * newWidth
          for x in 0..<newWidth { line[x] += weight * row[x] }
        }
        let bytes = target + y * newWidth
        for x in 0..<newWidth { bytes[x] = line[x].byte }
      }
    }
  }

  func resized(by factor: Double) -> GreyImage {
    resized(
      width: max(1, Int((Double(width) * factor).rounded())), height: max(1, Int((Double(height) * factor).rounded())))
  }

  /// What `quad` shows, stretched to `newWidth` × `newHeight`. Places outside of the picture repeat its edge.
  public func warped(_ quad: Quad, width newWidth: Int, height newHeight: Int) -> GreyImage {
    let mapping = Homography(rectangleWidth: Double(newWidth), height: Double(newHeight), onto: quad)
    // Several samples a pixel where the picture shrinks.
    let shrink = max(quad.width / Double(newWidth), quad.height / Double(newHeight))
    let samples = min(4, max(1, Int((shrink - 0.2).rounded(.up))))
    return samples == 1 && shrink < 0.95
      ? warpedCubic(quad, mapping, width: newWidth, height: newHeight)
      : warpedLinear(mapping, width: newWidth, height: newHeight, samples: samples)
  }

  private func warpedLinear(_ mapping: Homography, width newWidth: Int, height newHeight: Int, samples: Int)
    -> GreyImage
  {
    let (wide, lastX, lastY) = (width, width - 1, height - 1)
    let row = Projection(mapping, count: newWidth, width: width, height: height)
    let share = 1 / Float(samples * samples)
    let offsets = (0..<samples).map { (Double($0) + 0.5) / Double(samples) }
    return made(width: newWidth, height: newHeight) { source, target in
      let sums = UnsafeMutablePointer<Float>.allocate(capacity: newWidth)
      defer { sums.deallocate() }
      for y in 0..<newHeight {
        sums.update(repeating: 0, count: newWidth)
        for down in offsets {
          for across in offsets {
            row.place(from: across, Double(y) + down)
            for x in 0..<newWidth {
              let (left, over) = (Int(row.x[x]), Int(row.y[x]))
              let (fx, fy) = (row.pastX[x], row.pastY[x])
              let right = min(left &+ 1, lastX)
              let upper = source + over &* wide
              let lower = source + min(over &+ 1, lastY) &* wide
              let top = Float(upper[left]) * (1 - fx) + Float(upper[right]) * fx
              let bottom = Float(lower[left]) * (1 - fx) + Float(lower[right]) * fx
              sums[x] += top * (1 - fy) + bottom * fy
            }
          }
        }
        let bytes = target + y * newWidth
        for x in 0..<newWidth { bytes[x] = (sums[x] * share + 0.5).byte }
      }
    }
  }

  private func warpedCubic(_ quad: Quad, _ mapping: Homography, width newWidth: Int, height newHeight: Int) -> GreyImage
  {
    let part = FloatPart(of: self, around: quad)
    let places = Projection(mapping, count: newWidth, width: width, height: height)
    return made(width: newWidth, height: newHeight) { _, target in
      for y in 0..<newHeight {
        places.place(from: 0.5, Double(y) + 0.5)
        for x in 0..<newWidth {
          let across = Self.catmullRom(places.pastX[x])
          let down = Self.catmullRom(places.pastY[x])
          let first = across * part.four(places.x[x], places.y[x], row: 0)
          let second = across * part.four(places.x[x], places.y[x], row: 1)
          let third = across * part.four(places.x[x], places.y[x], row: 2)
          let fourth = across * part.four(places.x[x], places.y[x], row: 3)
          let rows =
            SIMD4(first[0], second[0], third[0], fourth[0]) + SIMD4(first[1], second[1], third[1], fourth[1])
            + SIMD4(first[2], second[2], third[2], fourth[2]) + SIMD4(first[3], second[3], third[3], fourth[3])
          let weighted = down * rows
          target[y &* newWidth &+ x] = (weighted[0] + weighted[1] + weighted[2] + weighted[3] + 0.5).byte
        }
      }
    }
  }

  /// The weights of four neighbours at `t` between the middle two (Catmull and Rom 1974).
  @inline(__always)
  private static func catmullRom(_ t: Float) -> SIMD4<Float> {
    SIMD4(
      ((-0.5 * t + 1) * t - 0.5) * t, (1.5 * t - 2.5) * t * t + 1, ((-1.5 * t + 2) * t + 0.5) * t,
      (0.5 * t - 0.5) * t * t
    )
  }
}

/// For each target pixel along one axis: the first source pixel and its weights.
private struct ResamplingTable {
  let taps: Int
  let firsts: [Int]
  let weights: [Float]

  init(from old: Int, to new: Int) {
    let ratio = Double(old) / Double(new)
    let stretch = max(1, ratio)
    let taps = min(old, Int((4 * stretch).rounded(.up)) + 1)
    var firsts: [Int] = []
    var weights: [Float] = []
    for index in 0..<new {
      let centre = (Double(index) + 0.5) * ratio - 0.5
      let first = min(max(Int((centre - 2 * stretch).rounded(.up)), 0), old - taps)
      var row: [Double] = []
      for tap in 0..<taps { row.append(Self.cubic(abs(Double(first + tap) - centre) / stretch)) }
      let sum = row.reduce(0, +)
      firsts.append(first)
      weights.append(contentsOf: row.map { Float($0 / (sum == 0 ? 1 : sum)) })
    }
    self.taps = taps
    self.firsts = firsts
    self.weights = weights
  }

  /// The weighted sums of `line` at all target places.
  @inline(__always)
  func sum(_ line: UnsafeMutablePointer<Float>, into target: UnsafeMutablePointer<Float>) {
    firsts.withUnsafeBufferPointer { firsts in
      weights.withUnsafeBufferPointer { weights in
        for x in 0..<firsts.count {
          var sum: Float = 0
          for tap in 0..<taps { sum += weights[x &* taps &+ tap] * line[firsts[x] &+ tap] }
          target[x] = sum
        }
      }
    }
  }

  private static func cubic(_ t: Double) -> Double {
    if t < 1 { return (1.5 * t - 2.5) * t * t + 1 }
    if t < 2 { return ((-0.5 * t + 2.5) * t - 4) * t + 2 }
    return 0
  }
}
