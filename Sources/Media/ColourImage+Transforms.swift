extension ColourImage {
  /// A grey picture in three equal channels.
  public init(_ grey: GreyImage) {
    let count = grey.width * grey.height
    let pixels = [UInt8](unsafeUninitializedCapacity: count * 3) { target, written in
      written = count * 3
      grey.pixels.withUnsafeBufferPointer { source in
        for index in 0..<count {
          target[index &* 3] = source[index]
          target[index &* 3 &+ 1] = source[index]
          target[index &* 3 &+ 2] = source[index]
        }
      }
    }
    self.init(width: grey.width, height: grey.height, pixels: pixels)
  }

  /// Shrunk by area averaging so that the long side is at most `longSideInPixels`; itself where it is already.
  public func shrunk(longSideInPixels: Int) -> ColourImage {
    let size = PictureSize(width: width, height: height)
    let target = size.capped(longSide: longSideInPixels)
    guard target != size else { return self }
    return ColourImage(
      width: target.width, height: target.height,
      pixels: Scaling.shrunk(pixels, from: size, to: target, channels: 3))
  }

  /// Turned clockwise by `quarterTurns` times 90°; negative turns the other way.
  public func rotated(quarterTurns: Int) -> ColourImage {
    let orientation = Orientation(quarterTurns: quarterTurns)
    let size = PictureSize(width: width, height: height)
    let target = orientation.applied(to: size)
    return ColourImage(
      width: target.width, height: target.height, pixels: orientation.applied(to: pixels, size: size, channels: 3))
  }
}
