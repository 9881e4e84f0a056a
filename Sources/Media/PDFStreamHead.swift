/// What stands before a PDF's keyword `stream`, read from the bytes alone: the file's structure may lie.
struct PDFStreamHead {
  /// Each chain of filters that the dictionary names, in the order in which they are undone, up to the first that is not
  /// ours; more than one where the key stands there twice. Empty where it names none, or not here.
  let chains: [[PDFFilter]]
  /// The stream is a picture, judged by its size in pixels; an attached file, which nobody unpacks.
  let isPicture: Bool
  let isAttachment: Bool
  /// As the dictionary says, where it says so itself.
  let length: Int?
  /// LZW codes grow one code early, unless the dictionary says otherwise (ISO 32000-1, table 8).
  let growsEarly: Bool

  /// `keyword`: where it begins. `lookUp` finds what stands behind `N G obj` elsewhere.
  init(in bytes: UnsafeRawBufferPointer, before keyword: Int, lookUp: (Int, Int) -> Int?) {
    let window = UnsafeRawBufferPointer(rebasing: bytes[max(0, keyword - Self.mostBytes)..<keyword])
    let begin = window.lastStart(ofASCII: " obj") ?? 0
    let offset = keyword - window.count + begin
    var scanner = Scanner(bytes: bytes, at: offset, end: keyword)
    var chains: [[PDFFilter]] = []
    var isPicture = false
    var isAttachment = false
    var length: Int?
    var growsEarly = true
    var before = ""
    while let name = scanner.nextName() {
      defer { before = name }
      switch name {
      case "Image": isPicture = isPicture || before == "Subtype"
      case "EmbeddedFile": isAttachment = isAttachment || before == "Type"
      case "Length": length = scanner.integer()
      case "EarlyChange": growsEarly = scanner.integer() != 0
      case "Filter": chains.append(scanner.filters(lookUp))
      default: break
      }
    }
    self.chains = chains.filter { !$0.isEmpty }
    self.isPicture = isPicture
    self.isAttachment = isAttachment
    self.length = length
    self.growsEarly = growsEarly
  }

  private static let mostBytes = 4096
  /// More than a few filters in a row are no more than a trick.
  private static let mostFilters = 8

  /// Reads names, numbers and arrays of names.
  private struct Scanner {
    let bytes: UnsafeRawBufferPointer
    var at: Int
    let end: Int

    private var byte: UInt8? { at < end ? bytes[at] : nil }

    /// The next name, wherever it stands.
    mutating func nextName() -> String? {
      while let byte {
        if byte == UInt8(ascii: "/") { return name() }
        if byte == UInt8(ascii: "%") { skipSpace() } else { at += 1 }
      }
      return nil
    }

    /// What follows a slash, its escapes (7.3.5: `#41`) undone.
    private mutating func name() -> String {
      at += 1
      var name: [UInt8] = []
      while let byte, !Self.isSpace(byte), !"()<>[]{}/%".utf8.contains(byte) {
        if byte == UInt8(ascii: "#"), at + 2 < end,
          let value = UInt8(String(decoding: bytes[(at + 1)...(at + 2)], as: UTF8.self), radix: 16)
        {
          name.append(value)
          at += 3
        } else {
          name.append(byte)
          at += 1
        }
      }
      return String(decoding: name, as: UTF8.self)
    }

    /// Nil, and nothing is read, where no number stands here, or the first of a reference.
    mutating func integer() -> Int? {
      let start = at
      guard let first = number() else { return nil }
      let behind = at
      if number() != nil, take("R") {
        at = start
        return nil
      }
      at = behind
      return first
    }

    mutating func filters(_ lookUp: (Int, Int) -> Int?) -> [PDFFilter] {
      let start = at
      if let number = number(), let generation = self.number(), take("R") {
        guard let place = lookUp(number, generation) else { return [] }
        var there = Scanner(bytes: bytes, at: place, end: min(bytes.count, place + mostBytes))
        // One reference leads on to no other.
        return there.filters { _, _ in nil }
      }
      at = start
      skipSpace()
      let isArray = take("[")
      var filters: [PDFFilter] = []
      while filters.count < mostFilters {
        skipSpace()
        guard byte == UInt8(ascii: "/"), let filter = PDFFilter(name: name()) else { break }
        filters.append(filter)
        if !isArray { break }
      }
      return filters
    }

    private mutating func number() -> Int? {
      skipSpace()
      let start = at
      while let byte, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { at += 1 }
      return Int(String(decoding: bytes[start..<at], as: UTF8.self))
    }

    private mutating func take(_ word: Character) -> Bool {
      skipSpace()
      guard let byte, byte == word.asciiValue else { return false }
      at += 1
      return true
    }

    /// Comments are space (7.2.3).
    private mutating func skipSpace() {
      while let byte {
        if byte == UInt8(ascii: "%") {
          while let byte = self.byte, byte != 0x0A, byte != 0x0D { at += 1 }
        } else if Self.isSpace(byte) {
          at += 1
        } else {
          return
        }
      }
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
      switch byte {
      case 0, 0x09, 0x0A, 0x0C, 0x0D, 0x20: true
      default: false
      }
    }
  }
}
