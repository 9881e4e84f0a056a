/// ISO 32000-1, 7.4.5: a byte below 128 leads that many and one bytes as they are, one above 128 repeats the next; 128
/// ends.
final class RunLengthLayer: PieceLayer {
  private var literal = 0
  private var repeats = 0

  override func take(_ byte: UInt8) {
    if repeats > 0 {
      put(byte, repeats)
      repeats = 0
    } else if literal > 0 {
      put(byte, 1)
      literal -= 1
    } else if byte == 128 {
      isOver = true
    } else if byte < 128 {
      literal = Int(byte) + 1
    } else {
      repeats = 257 - Int(byte)
    }
  }

  private func put(_ byte: UInt8, _ times: Int) {
    guard next != nil else { return count(times) }
    piece.append(contentsOf: repeatElement(byte, count: times))
    flushIfLong()
  }
}
