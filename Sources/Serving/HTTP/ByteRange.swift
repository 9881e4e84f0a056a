/// Which bytes of a file a request asks for (RFC 9110 14.2).
enum ByteRange: Equatable {
  case whole
  case part(Range<Int64>)
  /// None of the bytes asked for exist.
  case beyond

  /// Several ranges at once, and what cannot be read, count as no wish at all: the whole file answers both.
  init(_ header: String?, of byteCount: Int64) {
    self = .whole
    guard let header, header.hasPrefix("bytes=") else { return }
    let ends = header.dropFirst(6).split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard ends.count == 2, ends.allSatisfy({ $0.utf8.allSatisfy(Self.isDigit) }) else { return }
    switch (Self.number(ends[0]), Self.number(ends[1])) {
    case (nil, nil): return
    case (let first?, nil): self = first < byteCount ? .part(first..<byteCount) : .beyond
    case (nil, let count?): self = count > 0 && byteCount > 0 ? .part(max(0, byteCount - count)..<byteCount) : .beyond
    case (let first?, let last?):
      guard first <= last else { return }
      self = first < byteCount ? .part(first..<(last < byteCount ? last + 1 : byteCount)) : .beyond
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  /// nil where nothing stands there. What no number holds is beyond the end of every file.
  private static func number(_ digits: Substring) -> Int64? {
    digits.isEmpty ? nil : Int64(digits) ?? .max
  }
}
