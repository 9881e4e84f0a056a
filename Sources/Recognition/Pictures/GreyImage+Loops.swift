import Media

extension Float {
  /// The whole part as `UInt8(self)` has it, held to 0 … 255 and without that conversion's traps: a loop over it takes
  /// several pixels at a time. From 2²³ on a `Float` has no room for fractions: adding that number rounds to a whole
  /// one, which then stands in the low bits.
  @inline(__always)
  var byte: UInt8 {
    let held = min(max(self, 0), 255)
    let nearest = (held + 0x1p23) - 0x1p23
    let whole = nearest > held ? nearest - 1 : nearest
    return UInt8(truncatingIfNeeded: (whole + 0x1p23).bitPattern)
  }
}

extension GreyImage {
  /// A new picture of `width` × `height`, made from this one's pixels by `fill`.
  ///
  /// `fill` sets all of them. For loops over all pixels: plain addresses need no check a pixel, so that the compiler can take several at once.
  @inline(__always)
  func made(
    width newWidth: Int, height newHeight: Int,
    by fill: (_ source: UnsafePointer<UInt8>, _ target: UnsafeMutablePointer<UInt8>) -> Void
  ) -> GreyImage {
    let made = [UInt8](unsafeUninitializedCapacity: newWidth * newHeight) { target, count in
      count = newWidth * newHeight
      guard let to = target.baseAddress else { return }
      pixels.withUnsafeBufferPointer { source in
        guard let from = source.baseAddress, !source.isEmpty else {
          to.initialize(repeating: 0, count: count)
          return
        }
        fill(from, to)
      }
    }
    return GreyImage(width: newWidth, height: newHeight, pixels: made)
  }
}
