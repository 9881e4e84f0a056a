/// The values of one statement as libpq wants them: addresses into one buffer, which is used again for the next.
struct PostgresParameters {
  private var buffer: [UInt8] = []
  private var offsets: [Int] = []
  private var lengths: [Int32] = []
  private var formats: [Int32] = []

  mutating func load(_ values: [SQLValue]) {
    buffer.removeAll(keepingCapacity: true)
    offsets.removeAll(keepingCapacity: true)
    lengths.removeAll(keepingCapacity: true)
    formats.removeAll(keepingCapacity: true)
    for value in values {
      let start = buffer.count
      var isBinary = false
      switch value {
      case .null:
        offsets.append(-1)
        lengths.append(0)
        formats.append(0)
        continue
      case .integer(let number): buffer.append(contentsOf: String(number).utf8)
      case .real(let number): buffer.append(contentsOf: Self.text(number).utf8)
      case .string(let text): appendText(text)
      case .bytes(let bytes):
        buffer.append(contentsOf: bytes)
        isBinary = true
      }
      offsets.append(start)
      lengths.append(Int32(buffer.count - start))
      formats.append(isBinary ? 1 : 0)
      buffer.append(0)
    }
  }

  func withPointers<Value>(
    _ body: (Int32, UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?) -> Value
  ) -> Value {
    buffer.withUnsafeBytes { bytes in
      let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      return withUnsafeTemporaryAllocation(of: UnsafePointer<CChar>?.self, capacity: max(offsets.count, 1)) {
        pointers in
        for (index, offset) in offsets.enumerated() {
          pointers.initializeElement(at: index, to: offset < 0 ? nil : start.map { $0 + offset })
        }
        return lengths.withUnsafeBufferPointer { lengths in
          formats.withUnsafeBufferPointer { formats in
            body(Int32(offsets.count), UnsafePointer(pointers.baseAddress), lengths.baseAddress, formats.baseAddress)
          }
        }
      }
    }
  }

  /// PostgreSQL's text cannot hold U+0000, and libpq would end the value there: it becomes U+FFFD.
  private mutating func appendText(_ text: String) {
    let start = buffer.count
    buffer.append(contentsOf: text.utf8)
    guard buffer[start...].contains(0) else { return }
    buffer.removeSubrange(start...)
    for byte in text.utf8 {
      if byte == 0 { buffer.append(contentsOf: [0xEF, 0xBF, 0xBD]) } else { buffer.append(byte) }
    }
  }

  private static func text(_ number: Double) -> String {
    if number.isNaN { return "NaN" }
    if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
    return number.description
  }
}
