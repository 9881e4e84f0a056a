/// The last lines of what a child said, within bounds: evidence, whatever it floods us with.
struct LineTail {
  private static let mostBytes = 8192
  /// Enough for what a crash handler prints, with its first line, which says why.
  private static let mostLines = 40
  private var bytes: [UInt8] = []

  mutating func append(_ new: some Collection<UInt8>) {
    bytes.append(contentsOf: new)
    if bytes.count > 2 * Self.mostBytes { bytes.removeFirst(bytes.count - Self.mostBytes) }
  }

  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
  }

  /// Without control characters, which could act upon an operator's terminal.
  var lines: [String] {
    let text = String(decoding: bytes.suffix(Self.mostBytes), as: UTF8.self)
    return text.split(whereSeparator: \.isNewline).suffix(Self.mostLines).map { line in
      String(String.UnicodeScalarView(line.unicodeScalars.filter { $0.properties.generalCategory != .control }))
    }
  }
}
