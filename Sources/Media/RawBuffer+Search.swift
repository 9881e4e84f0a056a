extension UnsafeRawBufferPointer {
  func has(ascii text: String, at offset: Int) -> Bool {
    offset <= count && self[offset...].starts(with: text.utf8)
  }

  /// Where `text` first stands within the first `limit` bytes.
  func firstRange(ofASCII text: String, within limit: Int) -> Range<Int>? {
    let wanted = Array(text.utf8)
    let end = Swift.min(count, limit)
    guard let first = wanted.first, end >= wanted.count else { return nil }
    for start in 0...(end - wanted.count) where self[start] == first {
      if self[start..<start + wanted.count].elementsEqual(wanted) { return start..<start + wanted.count }
    }
    return nil
  }

  /// Where `text` last stands.
  func lastStart(ofASCII text: String) -> Int? {
    let wanted = Array(text.utf8)
    guard count >= wanted.count else { return nil }
    return (0...(count - wanted.count)).last { self[$0..<$0 + wanted.count].elementsEqual(wanted) }
  }

  func bigEndian16(at offset: Int) -> Int? {
    guard offset >= 0, offset + 2 <= count else { return nil }
    return Int(self[offset]) << 8 | Int(self[offset + 1])
  }

  func bigEndian32(at offset: Int) -> Int? {
    guard let high = bigEndian16(at: offset), let low = bigEndian16(at: offset + 2) else { return nil }
    return high << 16 | low
  }
}
