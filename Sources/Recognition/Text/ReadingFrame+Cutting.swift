import Dossiers
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

  /// The part of the frame inside of `box`, in its pixels.
  func part(_ box: Box) -> ReadingFrame {
    ReadingFrame(
      width: box.width, height: box.height,
      toPage: [1, 0, Double(box.x0), 0, 1, Double(box.y0), 0, 0, 1]
    ).within(self)
  }

  /// The frame's picture, taken out of the page's by bilinear interpolation; the page's border goes on outside.
  func cut(from page: GreyImage) -> GreyImage {
    let m = toPage
    // Places on the page count from a pixel's corner here, and from its middle in a `Projection`.
    let mapping = Homography(m: [
      m[0] + m[6] / 2, m[1] + m[7] / 2, m[2] + m[8] / 2, m[3] + m[6] / 2, m[4] + m[7] / 2, m[5] + m[8] / 2, m[6],
      m[7], m[8],
    ])
    let row = Projection(mapping, count: width, width: page.width, height: page.height)
    let (wide, lastX, lastY) = (page.width, page.width - 1, page.height - 1)
    return page.made(width: width, height: height) { source, target in
      for y in 0..<height {
        row.place(from: 0, Double(y))
        let line = target + y * width
        for x in 0..<width {
          let (left, over) = (Int(row.x[x]), Int(row.y[x]))
          // In parts of 256.
          let (fx, fy) = (Int32(row.pastX[x] * 256), Int32(row.pastY[x] * 256))
          let right = min(left &+ 1, lastX)
          let (top, bottom) = (source + over &* wide, source + min(over &+ 1, lastY) &* wide)
          let upper = Int32(top[left]) &* (256 &- fx) &+ Int32(top[right]) &* fx
          let lower = Int32(bottom[left]) &* (256 &- fx) &+ Int32(bottom[right]) &* fx
          line[x] = UInt8(truncatingIfNeeded: (upper &* (256 &- fy) &+ lower &* fy) &>> 16)
        }
      }
    }
  }
}
