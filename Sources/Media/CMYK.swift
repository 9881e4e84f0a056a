/// Inks to light, without colour profiles: good enough to read by.
enum CMYK {
  /// `pixels` hold cyan, magenta, yellow and black interleaved.
  static func converted(_ pixels: [UInt8], fullInkIsZero: Bool, toGrey: Bool) -> [UInt8] {
    let count = pixels.count / 4
    return [UInt8](unsafeUninitializedCapacity: count * (toGrey ? 1 : 3)) { target, written in
      written = count * (toGrey ? 1 : 3)
      pixels.withUnsafeBufferPointer { source in
        let flip: UInt8 = fullInkIsZero ? 0 : 255
        for index in 0..<count {
          let black = UInt32(source[index &* 4 &+ 3] ^ flip)
          let red = UInt32(source[index &* 4] ^ flip) &* black / 255
          let green = UInt32(source[index &* 4 &+ 1] ^ flip) &* black / 255
          let blue = UInt32(source[index &* 4 &+ 2] ^ flip) &* black / 255
          if toGrey {
            target[index] = Luma.of(red, green, blue)
          } else {
            target[index &* 3] = UInt8(truncatingIfNeeded: red)
            target[index &* 3 &+ 1] = UInt8(truncatingIfNeeded: green)
            target[index &* 3 &+ 2] = UInt8(truncatingIfNeeded: blue)
          }
        }
      }
    }
  }
}
