/// Brightness as JPEG computes it (ITU-R BT.601), so that grey pictures look alike whatever file they come from.
enum Luma {
  @inline(__always)
  static func of(_ red: UInt32, _ green: UInt32, _ blue: UInt32) -> UInt8 {
    UInt8(truncatingIfNeeded: (red &* 19595 &+ green &* 38470 &+ blue &* 7471 &+ 32768) >> 16)
  }
}
