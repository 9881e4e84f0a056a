/// A layer that takes byte by byte and hands on what it makes piece by piece.
class PieceLayer: UnpackingLayer {
  private static let longest = 64 << 10
  /// Made, and not handed on yet.
  final var piece: [UInt8] = []

  final override func feed(_ bytes: UnsafeRawBufferPointer) -> Int {
    var read = 0
    while read < bytes.count, !isOver {
      let byte = bytes[read]
      read += 1
      take(byte)
    }
    flush()
    return read
  }

  /// Undoes one byte more of what goes in.
  func take(_ byte: UInt8) {}

  final func flushIfLong() {
    if piece.count >= Self.longest { flush() }
  }

  private func flush() {
    guard !piece.isEmpty else { return }
    piece.withUnsafeBytes { pass($0) }
    piece.removeAll(keepingCapacity: true)
  }
}
