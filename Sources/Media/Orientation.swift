/// How a camera was held: the eight values of the EXIF tag 0x0112 (CIPA DC-008, 4.6.4).
enum Orientation: Int {
  case upright = 1
  case mirrored = 2
  case upsideDown = 3
  case mirroredUpsideDown = 4
  case transposed = 5
  /// Turn clockwise by 90° to see it upright.
  case turnedLeft = 6
  case transversed = 7
  /// Turn counter-clockwise by 90° to see it upright.
  case turnedRight = 8

  /// True where width and height change places.
  var swapsSides: Bool { rawValue >= 5 }

  func applied(to size: PictureSize) -> PictureSize {
    swapsSides ? PictureSize(width: size.height, height: size.width) : size
  }

  /// Pixels as they are stored, to pixels as a person should see them; `size` is the stored one.
  func applied(to pixels: [UInt8], size: PictureSize, channels: Int) -> [UInt8] {
    guard self != .upright, !pixels.isEmpty else { return pixels }
    let (width, height) = (size.width, size.height)
    // Where the stored pixel (x, y) goes: origin + x * stepX + y * stepY.
    let (origin, stepX, stepY): (Int, Int, Int) =
      switch self {
      case .upright: (0, 1, width)
      case .mirrored: (width - 1, -1, width)
      case .upsideDown: (width * height - 1, -1, -width)
      case .mirroredUpsideDown: ((height - 1) * width, 1, -width)
      case .transposed: (0, height, 1)
      case .turnedLeft: (height - 1, height, -1)
      case .transversed: (width * height - 1, -height, -1)
      case .turnedRight: ((width - 1) * height, -height, 1)
      }
    return [UInt8](unsafeUninitializedCapacity: pixels.count) { target, count in
      count = pixels.count
      pixels.withUnsafeBufferPointer { source in
        // In squares, so that a quarter turn doesn't miss the cache at each pixel.
        let block = 64
        for top in stride(from: 0, to: height, by: block) {
          for left in stride(from: 0, to: width, by: block) {
            for y in top..<min(top + block, height) {
              for x in left..<min(left + block, width) {
                let from = (y &* width &+ x) &* channels
                let to = (origin &+ x &* stepX &+ y &* stepY) &* channels
                for channel in 0..<channels { target[to &+ channel] = source[from &+ channel] }
              }
            }
          }
        }
      }
    }
  }
}

extension Orientation {
  /// Clockwise.
  init(quarterTurns: Int) {
    switch ((quarterTurns % 4) + 4) % 4 {
    case 1: self = .turnedLeft
    case 2: self = .upsideDown
    case 3: self = .turnedRight
    default: self = .upright
    }
  }
}
