/// One filter of a stream, undone for the size of what comes out; the next layer undoes what comes out in turn.
class UnpackingLayer {
  /// Bytes that came out.
  private(set) var made = 0
  /// Nothing more comes out, whatever goes in.
  var isOver = false
  var next: UnpackingLayer?
  /// What one layer may make.
  var limit = Int.max

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

  func pass(_ bytes: UnsafeRawBufferPointer) {
    count(bytes.count)
    if let next, !next.isOver, !bytes.isEmpty { _ = next.feed(bytes) }
    // Those behind have seen enough.
    if let next, next.isOver, next.most >= next.limit { isOver = true }
  }

  /// What comes out of a last layer need not be written down.
  func count(_ bytes: Int) {
    made += bytes
    if made >= limit { isOver = true }
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
