import CZlib

/// RFC 1950.
final class FlateLayer: UnpackingLayer {
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
