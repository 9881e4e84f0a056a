extension GreyImage {
  /// The brightness of a colour picture.
  public init(_ colour: ColourImage) {
    let count = colour.width * colour.height
    let pixels = [UInt8](unsafeUninitializedCapacity: count) { target, written in
      written = count
      colour.pixels.withUnsafeBufferPointer { source in
        for index in 0..<count {
          target[index] = Luma.of(
            UInt32(source[index &* 3]), UInt32(source[index &* 3 &+ 1]), UInt32(source[index &* 3 &+ 2]))
        }
      }
    }
    self.init(width: colour.width, height: colour.height, pixels: pixels)
  }

  /// Shrunk by area averaging so that the long side is at most `longSideInPixels`; itself where it is already.
  public func shrunk(longSideInPixels: Int) -> GreyImage {
    let size = PictureSize(width: width, height: height)
    let target = size.capped(longSide: longSideInPixels)
    guard target != size else { return self }
    return GreyImage(
      width: target.width, height: target.height,
      pixels: Scaling.shrunk(pixels, from: size, to: target, channels: 1))
  }

  /// Turned clockwise by `quarterTurns` times 90°; negative turns the other way.
  public func rotated(quarterTurns: Int) -> GreyImage {
    let orientation = Orientation(quarterTurns: quarterTurns)
    let size = PictureSize(width: width, height: height)
    let target = orientation.applied(to: size)
    return GreyImage(
      width: target.width, height: target.height, pixels: orientation.applied(to: pixels, size: size, channels: 1))
  }
}
