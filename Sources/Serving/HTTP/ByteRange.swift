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
    guard ends.count == 2, let first = Self.number(ends[0]), let last = Self.number(ends[1]) else { return }
    switch (first, last) {
    case (nil, nil): return
    case (let first?, nil): self = first < byteCount ? .part(first..<byteCount) : .beyond
    case (nil, let count?): self = count > 0 && byteCount > 0 ? .part(max(0, byteCount - count)..<byteCount) : .beyond
    case (let first?, let last?):
      guard first <= last else { return }
      self = first < byteCount ? .part(first..<min(byteCount, last == .max ? last : last + 1)) : .beyond
    }
  }

  /// nil inside where nothing stands there, nil where it is no number.
  private static func number(_ text: Substring) -> Int64?? {
    if text.isEmpty { return .some(nil) }
    guard text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return .none }
    // Beyond what a file can have is beyond the end of every file.
    return .some(Int64(text) ?? .max)
  }
}
