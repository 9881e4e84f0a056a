import Foundation
import Media

extension ReadingFrame {
  /// A frame that shows `box` of a page of the given size, turned by quarter turns clockwise and then by `degrees`
  /// (counter-clockwise on the page, as a skew is undone), at `scale` frame pixels a page pixel.
  static func turned(
    width: Int, height: Int, quarterTurns: Int = 0, degrees: Double = 0, scale: Double = 1
  ) -> ReadingFrame {
    let isSideways = quarterTurns % 2 != 0
    let frameWidth = Double(isSideways ? height : width) * scale
    let frameHeight = Double(isSideways ? width : height) * scale
    // Around the middles of both: rotate by the skew, then by quarter turns, then scale back to the page.
    let angle = (degrees - 90 * Double(quarterTurns)) * .pi / 180
    let (cosine, sine) = (cos(angle) / scale, sin(angle) / scale)
    let tx = Double(width) / 2 - cosine * frameWidth / 2 + sine * frameHeight / 2
    let ty = Double(height) / 2 - sine * frameWidth / 2 - cosine * frameHeight / 2
    return ReadingFrame(
      width: Int(frameWidth.rounded()), height: Int(frameHeight.rounded()),
      toPage: [cosine, -sine, tx, sine, cosine, ty, 0, 0, 1])
  }

  /// A frame for a sheet that lies at `quad`: somewhat larger than it is on the page, so that thin strokes survive.
  public init(of quad: Quad) {
    let longSide = max(quad.width, quad.height, 1)
    let scale = min(max(longSide * 1.15, 1000), 1700) / longSide
    let (width, height) = (max(8, quad.width * scale).rounded(), max(8, quad.height * scale).rounded())
    self.init(
      width: Int(width), height: Int(height),
      toPage: Homography(rectangleWidth: width, height: height, onto: quad).m)
  }

  /// The frame in which lines lie level that spread in this one.
  func levelled(_ fan: TextFan?) -> ReadingFrame {
    guard let fan else { return self }
    let (width, height) = (Double(width), Double(height))
    let head = tan(fan.headInDegrees * .pi / 180) * width / 2
    let foot = tan(fan.footInDegrees * .pi / 180) * width / 2
    let quad = Quad(
      topLeft: PicturePoint(x: 0, y: -head), topRight: PicturePoint(x: width, y: head),
      bottomRight: PicturePoint(x: width, y: height + foot), bottomLeft: PicturePoint(x: 0, y: height - foot))
    return ReadingFrame(
      width: self.width, height: self.height,
      toPage: Homography(rectangleWidth: width, height: height, onto: quad).m
    ).within(self)
  }

  /// The frame's picture, taken out of the page's by bilinear interpolation; the page's border goes on outside.
  func cut(from page: GreyImage) -> GreyImage {
    var pixels = [UInt8](repeating: 255, count: width * height)
    let m = toPage
    let (lastX, lastY) = (page.width - 1, page.height - 1)
    pixels.withUnsafeMutableBufferPointer { target in
      page.pixels.withUnsafeBufferPointer { source in
        for y in 0..<height {
          var u = m[1] * Double(y) + m[2]
          var v = m[4] * Double(y) + m[5]
          var w = m[7] * Double(y) + m[8]
          let row = y * width
          for x in 0..<width {
            let inverse = w == 1 ? 1 : 1 / w
            let sx = min(max(u * inverse, 0), Double(lastX))
            let sy = min(max(v * inverse, 0), Double(lastY))
            let x0 = Int(sx)
            let y0 = Int(sy)
            let fx = Int((sx - Double(x0)) * 256)
            let fy = Int((sy - Double(y0)) * 256)
            let x1 = min(x0 + 1, lastX)
            let top = y0 * page.width
            let bottom = min(y0 + 1, lastY) * page.width
            let upper = Int(source[top + x0]) * (256 - fx) + Int(source[top + x1]) * fx
            let lower = Int(source[bottom + x0]) * (256 - fx) + Int(source[bottom + x1]) * fx
            target[row + x] = UInt8(truncatingIfNeeded: (upper * (256 - fy) + lower * fy) >> 16)
            u += m[0]
            v += m[3]
            w += m[6]
          }
        }
      }
    }
    return GreyImage(width: width, height: height, pixels: pixels)
  }
}
