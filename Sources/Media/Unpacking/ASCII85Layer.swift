/// ISO 32000-1, 7.4.3. As forgiving as readers are: only `~` ends it.
final class ASCII85Layer: PieceLayer {
  private var group: UInt32 = 0
  private var digits = 0

  override func take(_ byte: UInt8) {
    switch byte {
    case 0, 0x09, 0x0A, 0x0C, 0x0D, 0x20: return
    case UInt8(ascii: "~"):
      finish()
      isOver = true
    case UInt8(ascii: "z") where digits == 0: append(0, 4)
    default:
      group = group &* 85 &+ UInt32(byte) &- 33
      digits += 1
      if digits == 5 {
        append(group, 4)
        (group, digits) = (0, 0)
      }
    }
  }

  /// A group that is cut short: as if it went on with `u`.
  private func finish() {
    guard digits > 1 else { return }
    for _ in digits..<5 { group = group &* 85 &+ 84 }
    append(group, digits - 1)
  }

  private func append(_ value: UInt32, _ count: Int) {
    for index in 0..<count { piece.append(UInt8(truncatingIfNeeded: value >> UInt32(24 - 8 * index))) }
    flushIfLong()
  }
}
