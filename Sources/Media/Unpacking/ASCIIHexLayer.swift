/// ISO 32000-1, 7.4.2. Only `>` ends it.
final class ASCIIHexLayer: PieceLayer {
  private var high: UInt8?

  override func take(_ byte: UInt8) {
    if byte == UInt8(ascii: ">") {
      if let high { piece.append(high << 4) }
      isOver = true
      return
    }
    guard let digit = Character(UnicodeScalar(byte)).hexDigitValue else { return }
    if let half = high {
      piece.append(half << 4 | UInt8(digit))
      high = nil
      flushIfLong()
    } else {
      high = UInt8(digit)
    }
  }
}
