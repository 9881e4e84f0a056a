/// Turns decoded rows of any channel count into grey or RGB rows, alpha laid over white.
struct RowConverter {
  let width: Int
  /// 1 or 3.
  let toChannels: Int
  private var row: [UInt8]

  init(width: Int, toChannels: Int) {
    self.width = width
    self.toChannels = toChannels
    row = [UInt8](repeating: 255, count: width * toChannels)
  }

  /// `channels`: 1 grey, 2 grey and alpha, 3 RGB, 4 RGB and alpha (not premultiplied).
  mutating func convert(_ source: UnsafePointer<UInt8>, channels: Int, then body: (UnsafePointer<UInt8>) -> Void) {
    if channels == toChannels {
      body(source)
      return
    }
    let (width, toChannels) = (width, toChannels)
    row.withUnsafeMutableBufferPointer { row in
      guard let target = row.baseAddress else { return }
      let hasAlpha = channels == 2 || channels == 4
      let isGrey = channels < 3
      for x in 0..<width {
        let pixel = source + x &* channels
        var red = UInt32(pixel[0])
        var green = isGrey ? red : UInt32(pixel[1])
        var blue = isGrey ? red : UInt32(pixel[2])
        if hasAlpha {
          let alpha = UInt32(pixel[channels &- 1])
          if alpha != 255 {
            red = Self.overWhite(red, alpha)
            green = Self.overWhite(green, alpha)
            blue = Self.overWhite(blue, alpha)
          }
        }
        if toChannels == 1 {
          target[x] = isGrey ? UInt8(truncatingIfNeeded: red) : Luma.of(red, green, blue)
        } else {
          target[x &* 3] = UInt8(truncatingIfNeeded: red)
          target[x &* 3 &+ 1] = UInt8(truncatingIfNeeded: green)
          target[x &* 3 &+ 2] = UInt8(truncatingIfNeeded: blue)
        }
      }
      body(target)
    }
  }

  @inline(__always)
  private static func overWhite(_ value: UInt32, _ alpha: UInt32) -> UInt32 {
    (value &* alpha &+ 255 &* (255 &- alpha) &+ 127) / 255
  }
}
