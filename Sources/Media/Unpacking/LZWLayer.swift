/// ISO 32000-1, 7.4.4: codes of 9 to 12 bits, 256 clears the table, 257 ends.
final class LZWLayer: PieceLayer {
  private static let clear = 256
  private static let end = 257
  /// Codes beyond 4095 cannot be said; a table that is full stays so until it is cleared.
  private static let tableSize = 4097
  private let early: Int
  private var prefix = [UInt16](repeating: 0, count: tableSize)
  private var suffix = [UInt8](repeating: 0, count: tableSize)
  private var lengths = [Int32](repeating: 1, count: tableSize)
  private var firsts = [UInt8](repeating: 0, count: tableSize)
  private var nextCode = 258
  private var previous = -1
  private var width = 9
  private var window: UInt32 = 0
  private var bits = 0

  init(growsEarly: Bool) {
    early = growsEarly ? 1 : 0
    for code in 0..<256 {
      suffix[code] = UInt8(code)
      firsts[code] = UInt8(code)
    }
  }

  override func take(_ byte: UInt8) {
    window = window << 8 | UInt32(byte)
    bits += 8
    if bits >= width {
      bits -= width
      take(code: Int(window >> UInt32(bits)) & (1 << width - 1))
    }
  }

  private func take(code: Int) {
    if code == Self.end {
      isOver = true
      return
    }
    // A full table is forgiven by readers, as if it had been cleared.
    if code == Self.clear || nextCode >= Self.tableSize {
      (nextCode, width, previous) = (258, 9, -1)
      if code == Self.clear { return }
    }
    guard code < nextCode || (code == nextCode && previous >= 0), code != Self.clear, previous >= 0 || code < 256 else {
      isOver = true
      return
    }
    if previous >= 0 {
      prefix[nextCode] = UInt16(previous)
      firsts[nextCode] = firsts[previous]
      lengths[nextCode] = lengths[previous] + 1
      suffix[nextCode] = code < nextCode ? firsts[code] : firsts[previous]
      nextCode += 1
      width = nextCode + early > 2047 ? 12 : nextCode + early > 1023 ? 11 : nextCode + early > 511 ? 10 : 9
    }
    write(code)
    previous = code
  }

  private func write(_ code: Int) {
    guard next != nil else { return count(Int(lengths[code])) }
    let start = piece.count
    let length = Int(lengths[code])
    piece.append(contentsOf: repeatElement(0, count: length))
    var rest = code
    for index in stride(from: start + length - 1, through: start, by: -1) {
      piece[index] = suffix[rest]
      rest = Int(prefix[rest])
    }
    flushIfLong()
  }
}
