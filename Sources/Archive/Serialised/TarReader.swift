import Files

/// Reads tar: ustar, pax records, GNU's long names. Links and devices are refused.
struct TarReader {
  private let input: SerialisedInput
  private var offset: Int64 = 0
  /// What pax or GNU say of the entry that follows.
  private var nextPath: String?
  private var nextSize: Int64?

  static func read(_ input: SerialisedInput, _ visitor: some SerialisedVisitor) throws(ArchiveError) {
    var reader = TarReader(input: input)
    while try reader.next(visitor) {}
  }

  private init(input: SerialisedInput) {
    self.input = input
  }

  /// False at the end.
  private mutating func next(_ visitor: some SerialisedVisitor) throws(ArchiveError) -> Bool {
    let block = try input.bytes(512, at: offset)
    if block.allSatisfy({ $0 == 0 }) { return false }
    guard Self.number(block[148..<156]) == Self.sum(block) else {
      throw ArchiveError(.invalid, "\(input.file.path): a header's sum does not hold at byte \(offset)")
    }
    offset += 512
    guard let stated = Self.number(block[124..<136]), stated >= 0 else {
      throw ArchiveError(.invalid, "\(input.file.path): an entry has no size")
    }
    let type = Unicode.Scalar(block[156])
    let size = "xgL".unicodeScalars.contains(type) ? stated : nextSize ?? stated
    guard size <= input.byteCount - offset else { throw input.truncated }
    switch type {
    case "x": try readRecords(size)
    case "g": break
    case "L": nextPath = Self.text(try input.bytes(try small(size), at: offset)[...])
    case "0", "\u{0}", "5":
      guard let path = nextPath ?? Self.path(block) else {
        throw ArchiveError(.badPath, "\(input.file.path) holds a name that is not in UTF-8")
      }
      try visit(path, isFolder: type == "5", size, visitor)
      nextPath = nil
      nextSize = nil
    default:
      throw ArchiveError(.invalid, "\(input.file.path) holds something that is neither file nor folder")
    }
    offset += (size + 511) / 512 * 512
    return true
  }

  private func visit(
    _ path: String, isFolder: Bool, _ size: Int64, _ visitor: some SerialisedVisitor
  ) throws(ArchiveError) {
    try visitor.begin(BagPath(Self.plain(path)), isFolder: isFolder)
    var done: Int64 = 0
    while done < size {
      let chunk = try input.chunk(at: offset + done, atMost: size - done)
      try visitor.take(chunk)
      done += Int64(chunk.count)
    }
    try visitor.end()
  }

  /// "<length> <key>=<value>\n", one after the other.
  private mutating func readRecords(_ size: Int64) throws(ArchiveError) {
    var rest = try input.bytes(try small(size), at: offset)[...]
    while let space = rest.firstIndex(of: UInt8(ascii: " ")) {
      guard let length = Int(String(decoding: rest[..<space], as: UTF8.self)), length > 0, length <= rest.count,
        let equals = rest[space...].firstIndex(of: UInt8(ascii: "=")), equals < rest.startIndex + length - 1
      else { throw ArchiveError(.invalid, "\(input.file.path): a pax record is malformed") }
      let value = rest[(equals + 1)..<(rest.startIndex + length - 1)]
      switch String(decoding: rest[(space + 1)..<equals], as: UTF8.self) {
      case "path": nextPath = Self.text(value)
      case "size": nextSize = Int64(String(decoding: value, as: UTF8.self)).flatMap { $0 >= 0 ? $0 : nil }
      default: break
      }
      rest = rest[(rest.startIndex + length)...]
    }
  }

  private func small(_ size: Int64) throws(ArchiveError) -> Int {
    guard size <= 1 << 20 else { throw ArchiveError(.invalid, "\(input.file.path): a header of \(size) bytes") }
    return Int(size)
  }

  private static func path(_ block: [UInt8]) -> String? {
    guard let name = text(block[0..<100]) else { return nil }
    guard Array(block[257..<263]) == Array("ustar\u{0}".utf8), let prefix = text(block[345..<500]), !prefix.isEmpty
    else { return name }
    return "\(prefix)/\(name)"
  }

  /// Without `./` before and slashes behind.
  static func plain(_ path: String) -> String {
    var plain = Substring(path)
    while plain.hasPrefix("./") { plain = plain.dropFirst(2) }
    while plain.hasSuffix("/") { plain = plain.dropLast() }
    return String(plain)
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String? {
    String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self)
  }

  /// Octal digits, or GNU's base 256 where the first bit is set.
  private static func number(_ field: ArraySlice<UInt8>) -> Int64? {
    if let first = field.first, first & 0x80 != 0 {
      var value = Int64(first & 0x7f)
      for byte in field.dropFirst() {
        guard value < 1 << 54 else { return nil }
        value = value << 8 | Int64(byte)
      }
      return value
    }
    let digits = field.filter { $0 != 0 && $0 != 0x20 }
    return digits.isEmpty ? 0 : Int64(String(decoding: digits, as: UTF8.self), radix: 8)
  }

  private static func sum(_ block: [UInt8]) -> Int64 {
    var sum: Int64 = 0
    for (index, byte) in block.enumerated() { sum += (148..<156).contains(index) ? 32 : Int64(byte) }
    return sum
  }
}
