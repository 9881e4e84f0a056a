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
    var middle = [Float](repeating: 0, count: newWidth * height)
    var result = [UInt8](repeating: 0, count: newWidth * newHeight)
    pixels.withUnsafeBufferPointer { source in
      middle.withUnsafeMutableBufferPointer { target in
        for y in 0..<height {
          let row = y * width
          for x in 0..<newWidth {
            var sum: Float = 0
            let first = across.firsts[x]
            let base = x * across.taps
            for tap in 0..<across.taps { sum += across.weights[base + tap] * Float(source[row + first + tap]) }
            target[y * newWidth + x] = sum
          }
        }
      }
    }
    middle.withUnsafeBufferPointer { source in
      result.withUnsafeMutableBufferPointer { target in
        var line = [Float](repeating: 0, count: newWidth)
        line.withUnsafeMutableBufferPointer { line in
          for y in 0..<newHeight {
            for x in 0..<newWidth { line[x] = 0.5 }
            let first = down.firsts[y]
            for tap in 0..<down.taps {
              let weight = down.weights[y * down.taps + tap]
              if weight == 0 { continue }
              let row = (first + tap) * newWidth
              for x in 0..<newWidth { line[x] += weight * source[row + x] }
            }
            for x in 0..<newWidth { target[y * newWidth + x] = UInt8(min(max(line[x], 0), 255)) }
          }
        }
      }
    }
    return GreyImage(width: newWidth, height: newHeight, pixels: result)
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
      ? warpedCubic(mapping, width: newWidth, height: newHeight)
      : warpedLinear(mapping, width: newWidth, height: newHeight, samples: samples)
  }

  private func warpedLinear(_ mapping: Homography, width newWidth: Int, height newHeight: Int, samples: Int)
    -> GreyImage
  {
    var result = [UInt8](repeating: 0, count: newWidth * newHeight)
    let m = mapping.m
    let (lastX, lastY) = (width - 1, height - 1)
    let wide = width
    let share = 1 / Float(samples * samples)
    pixels.withUnsafeBufferPointer { source in
      result.withUnsafeMutableBufferPointer { target in
        for y in 0..<newHeight {
          for x in 0..<newWidth {
            var sum: Float = 0
            for step in 0..<(samples * samples) {
              let u = Double(x) + (Double(step % samples) + 0.5) / Double(samples)
              let v = Double(y) + (Double(step / samples) + 0.5) / Double(samples)
              let w = 1 / (m[6] * u + m[7] * v + m[8])
              let sx = min(max((m[0] * u + m[1] * v + m[2]) * w - 0.5, 0), Double(lastX))
              let sy = min(max((m[3] * u + m[4] * v + m[5]) * w - 0.5, 0), Double(lastY))
              let ix = Int(sx)
              let iy = Int(sy)
              let fx = Float(sx - Double(ix))
              let fy = Float(sy - Double(iy))
              let right = min(ix + 1, lastX)
              let upper = iy * wide
              let lower = min(iy + 1, lastY) * wide
              let top = Float(source[upper + ix]) * (1 - fx) + Float(source[upper + right]) * fx
              let bottom = Float(source[lower + ix]) * (1 - fx) + Float(source[lower + right]) * fx
              sum += top * (1 - fy) + bottom * fy
            }
            target[y * newWidth + x] = UInt8(min(max(sum * share + 0.5, 0), 255))
          }
        }
      }
    }
    return GreyImage(width: newWidth, height: newHeight, pixels: result)
  }

  private func warpedCubic(_ mapping: Homography, width newWidth: Int, height newHeight: Int) -> GreyImage {
    var result = [UInt8](repeating: 0, count: newWidth * newHeight)
    let m = mapping.m
    let (lastX, lastY) = (width - 1, height - 1)
    let wide = width
    func weights(_ t: Float) -> (Float, Float, Float, Float) {
      // Catmull–Rom.
      (
        ((-0.5 * t + 1) * t - 0.5) * t, (1.5 * t - 2.5) * t * t + 1, ((-1.5 * t + 2) * t + 0.5) * t,
        (0.5 * t - 0.5) * t * t
      )
    }
    pixels.withUnsafeBufferPointer { source in
      result.withUnsafeMutableBufferPointer { target in
        for y in 0..<newHeight {
          for x in 0..<newWidth {
            let u = Double(x) + 0.5
            let v = Double(y) + 0.5
            let w = 1 / (m[6] * u + m[7] * v + m[8])
            let sx = min(max((m[0] * u + m[1] * v + m[2]) * w - 0.5, 0), Double(lastX))
            let sy = min(max((m[3] * u + m[4] * v + m[5]) * w - 0.5, 0), Double(lastY))
            let ix = Int(sx)
            let iy = Int(sy)
            let (a, b, c, d) = weights(Float(sx - Double(ix)))
            let (e, f, g, h) = weights(Float(sy - Double(iy)))
            let x0 = max(ix - 1, 0)
            let x2 = min(ix + 1, lastX)
            let x3 = min(ix + 2, lastX)
            func row(_ at: Int) -> Float {
              let base = min(max(at, 0), lastY) * wide
              return a * Float(source[base + x0]) + b * Float(source[base + ix]) + c * Float(source[base + x2])
                + d * Float(source[base + x3])
            }
            let sum = e * row(iy - 1) + f * row(iy) + g * row(iy + 1) + h * row(iy + 2)
            target[y * newWidth + x] = UInt8(min(max(sum + 0.5, 0), 255))
          }
        }
      }
    }
    return GreyImage(width: newWidth, height: newHeight, pixels: result)
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

  private static func cubic(_ t: Double) -> Double {
    if t < 1 { return (1.5 * t - 2.5) * t * t + 1 }
    if t < 2 { return ((-0.5 * t + 2.5) * t - 4) * t + 2 }
    return 0
  }
}
