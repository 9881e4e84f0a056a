import CZlib

/// One filter of a stream, undone for the size of what comes out; the next layer undoes what comes out in turn.
class UnpackingLayer {
  /// Bytes that came out.
  private(set) var made = 0
  /// Nothing more comes out, whatever goes in.
  var isOver = false
  fileprivate var next: UnpackingLayer?
  /// What one layer may make.
  fileprivate var limit = Int.max

  /// Over the filters, first to last; nil for none. Behind the last one, what looks deflated is inflated too: files
  /// whose dictionary cannot be found name no filters.
  static func chain(_ filters: some Collection<PDFFilter>, growsEarly: Bool, limit: Int) -> UnpackingLayer? {
    guard let first = filters.first else { return nil }
    let layer: UnpackingLayer =
      switch first {
      case .flate: FlateLayer(sniffs: filters.count == 1, depth: 0)
      case .lzw: LZWLayer(growsEarly: growsEarly)
      case .runLength: RunLengthLayer()
      case .ascii85: ASCII85Layer()
      case .asciiHex: ASCIIHexLayer()
      }
    layer.limit = limit
    layer.next = chain(filters.dropFirst(), growsEarly: growsEarly, limit: limit)
    return layer
  }

  /// The most that any layer made, and what all made together.
  var most: Int { max(made, next?.most ?? 0) }
  var sum: Int { made + (next?.sum ?? 0) }

  /// Undoes this piece of what goes in; returns how much of it was read before the end.
  func feed(_ bytes: UnsafeRawBufferPointer) -> Int { 0 }

  fileprivate func pass(_ bytes: UnsafeRawBufferPointer) {
    count(bytes.count)
    if let next, !next.isOver, !bytes.isEmpty { _ = next.feed(bytes) }
    // Those behind have seen enough.
    if let next, next.isOver, next.most >= next.limit { isOver = true }
  }

  /// What comes out of a last layer need not be written down.
  fileprivate func count(_ bytes: Int) {
    made += bytes
    if made >= limit { isOver = true }
  }
}

/// RFC 1950.
private final class FlateLayer: UnpackingLayer {
  private var state = z_stream()
  private let isThere: Bool
  private let sniffs: Bool
  private let depth: Int
  private var isFirst = true

  init(sniffs: Bool, depth: Int) {
    self.sniffs = sniffs
    self.depth = depth
    isThere = inflateInit_(&state, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
  }

  deinit {
    if isThere { inflateEnd(&state) }
  }

  override func feed(_ bytes: UnsafeRawBufferPointer) -> Int {
    guard isThere, !isOver, let start = bytes.baseAddress else { return 0 }
    state.next_in = UnsafeMutablePointer(mutating: start.assumingMemoryBound(to: UInt8.self))
    let given = UInt32(clamping: bytes.count)
    state.avail_in = given
    withUnsafeTemporaryAllocation(byteCount: 64 << 10, alignment: 16) { buffer in
      var code = Z_OK
      while code == Z_OK, !isOver {
        state.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
        state.avail_out = UInt32(buffer.count)
        code = inflate(&state, Z_NO_FLUSH)
        let out = UnsafeRawBufferPointer(rebasing: buffer[..<(buffer.count - Int(state.avail_out))])
        sniff(out)
        pass(out)
      }
      // Where only this piece is used up, the next one goes on.
      if code != Z_OK, code != Z_BUF_ERROR { isOver = true }
    }
    return Int(given - state.avail_in)
  }

  private func sniff(_ bytes: UnsafeRawBufferPointer) {
    guard isFirst, !bytes.isEmpty else { return }
    isFirst = false
    // Filters may be named in a row; more than a few are no more than a trick.
    guard sniffs, next == nil, depth < 8, Self.isDeflated(bytes) else { return }
    let inner = FlateLayer(sniffs: true, depth: depth + 1)
    inner.limit = limit
    next = inner
  }
}

extension UnpackingLayer {
  /// RFC 1950, 2.2: method 8, a window of at most 32 KiB, and a check over both bytes.
  static func isDeflated(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard bytes.count >= 2 else { return false }
    let (method, flags) = (Int(bytes[0]), Int(bytes[1]))
    return method & 0x0F == 8 && method >> 4 <= 7 && (method << 8 | flags) % 31 == 0
  }
}

/// ISO 32000-1, 7.4.4: codes of 9 to 12 bits, 256 clears the table, 257 ends.
private final class LZWLayer: UnpackingLayer {
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
  private var piece: [UInt8] = []

  init(growsEarly: Bool) {
    early = growsEarly ? 1 : 0
    for code in 0..<256 {
      suffix[code] = UInt8(code)
      firsts[code] = UInt8(code)
    }
  }

  override func feed(_ bytes: UnsafeRawBufferPointer) -> Int {
    var read = 0
    while read < bytes.count, !isOver {
      window = window << 8 | UInt32(bytes[read])
      bits += 8
      read += 1
      if bits >= width {
        bits -= width
        take(Int(window >> UInt32(bits)) & (1 << width - 1))
      }
    }
    flush()
    return read
  }

  private func take(_ code: Int) {
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
    if piece.count >= 64 << 10 { flush() }
  }

  private func flush() {
    guard !piece.isEmpty else { return }
    piece.withUnsafeBytes { pass($0) }
    piece.removeAll(keepingCapacity: true)
  }
}

/// ISO 32000-1, 7.4.5: a byte below 128 leads that many and one bytes as they are, one above 128 repeats the next; 128
/// ends.
private final class RunLengthLayer: UnpackingLayer {
  private var literal = 0
  private var repeats = 0
  private var piece: [UInt8] = []

  override func feed(_ bytes: UnsafeRawBufferPointer) -> Int {
    var read = 0
    while read < bytes.count, !isOver {
      let byte = bytes[read]
      read += 1
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
    flush()
    return read
  }

  private func put(_ byte: UInt8, _ times: Int) {
    guard next != nil else { return count(times) }
    piece.append(contentsOf: repeatElement(byte, count: times))
    if piece.count >= 64 << 10 { flush() }
  }

  private func flush() {
    guard !piece.isEmpty else { return }
    piece.withUnsafeBytes { pass($0) }
    piece.removeAll(keepingCapacity: true)
  }
}

/// ISO 32000-1, 7.4.3. As forgiving as readers are: only `~` ends it.
private final class ASCII85Layer: UnpackingLayer {
  private var group: UInt32 = 0
  private var digits = 0
  private var piece: [UInt8] = []

  override func feed(_ bytes: UnsafeRawBufferPointer) -> Int {
    var read = 0
    while read < bytes.count, !isOver {
      let byte = bytes[read]
      read += 1
      switch byte {
      case 0, 0x09, 0x0A, 0x0C, 0x0D, 0x20: continue
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
    flush()
    return read
  }

  /// A group that is cut short: as if it went on with `u`.
  private func finish() {
    guard digits > 1 else { return }
    for _ in digits..<5 { group = group &* 85 &+ 84 }
    append(group, digits - 1)
  }

  private func append(_ value: UInt32, _ count: Int) {
    for index in 0..<count { piece.append(UInt8(truncatingIfNeeded: value >> UInt32(24 - 8 * index))) }
    if piece.count >= 64 << 10 { flush() }
  }

  private func flush() {
    guard !piece.isEmpty else { return }
    piece.withUnsafeBytes { pass($0) }
    piece.removeAll(keepingCapacity: true)
  }
}

/// ISO 32000-1, 7.4.2. Only `>` ends it.
private final class ASCIIHexLayer: UnpackingLayer {
  private var high: UInt8?
  private var piece: [UInt8] = []

  override func feed(_ bytes: UnsafeRawBufferPointer) -> Int {
    var read = 0
    while read < bytes.count, !isOver {
      let byte = bytes[read]
      read += 1
      if byte == UInt8(ascii: ">") {
        if let high { piece.append(high << 4) }
        isOver = true
        break
      }
      guard let digit = Character(UnicodeScalar(byte)).hexDigitValue else { continue }
      if let half = high {
        piece.append(half << 4 | UInt8(digit))
        high = nil
      } else {
        high = UInt8(digit)
      }
      if piece.count >= 64 << 10 { flush() }
    }
    flush()
    return read
  }

  private func flush() {
    guard !piece.isEmpty else { return }
    piece.withUnsafeBytes { pass($0) }
    piece.removeAll(keepingCapacity: true)
  }
}
