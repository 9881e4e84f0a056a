/// Counts what a content stream shows as text, visibly or not (ISO 32000-1, 9.3.6: rendering mode 3 paints nothing).
struct PDFContentScanner {
  private(set) var visibleShows = 0
  private(set) var invisibleShows = 0
  /// Names of the external objects painted, without slashes.
  private(set) var painted: [String] = []
  private var mode = 0
  private var saved: [Int] = []

  /// `mode` is the text rendering mode at the start.
  init(_ content: [UInt8], mode: Int = 0) {
    self.mode = mode
    var index = 0
    var number = 0
    var name = ""
    while index < content.count {
      let byte = content[index]
      switch byte {
      case 0x28: index = Self.endOfString(content, index)
      case 0x25:
        while index < content.count, content[index] != 0x0A, content[index] != 0x0D { index += 1 }
      case 0x2F:
        let end = Self.endOfWord(content, index + 1)
        name = String(decoding: content[index + 1..<end], as: UTF8.self)
        index = end
      case 0x3C where index + 1 < content.count && content[index + 1] != 0x3C:
        while index < content.count, content[index] != 0x3E { index += 1 }
        index += 1
      case _ where Self.endsWord(byte):
        index += 1
      default:
        let end = Self.endOfWord(content, index)
        let word = content[index..<end]
        index = end
        if let value = Int(String(decoding: word, as: UTF8.self)) {
          number = value
        } else if word.elementsEqual([0x49, 0x44]) {
          index = Self.endOfInlineImage(content, index)
        } else {
          run(word, number: number, name: name)
        }
      }
    }
  }

  /// The mode in force at the end, for what a form inherits.
  var currentMode: Int { mode }

  private mutating func run(_ word: ArraySlice<UInt8>, number: Int, name: String) {
    switch String(decoding: word, as: UTF8.self) {
    case "Tr": mode = number
    case "q": if saved.count < 256 { saved.append(mode) }
    case "Q": mode = saved.popLast() ?? mode
    case "Tj", "TJ", "'", "\"": if mode == 3 || mode == 7 { invisibleShows += 1 } else { visibleShows += 1 }
    case "Do": if painted.count < 500 { painted.append(name) }
    default: break
    }
  }

  /// White space and delimiters: ISO 32000-1, tables 1 and 2.
  private static func endsWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x00, 0x09, 0x0A, 0x0C, 0x0D, 0x20, 0x28, 0x29, 0x3C, 0x3E, 0x5B, 0x5D, 0x7B, 0x7D, 0x2F, 0x25: true
    default: false
    }
  }

  private static func endOfWord(_ content: [UInt8], _ start: Int) -> Int {
    var index = start
    while index < content.count, !endsWord(content[index]) { index += 1 }
    return index
  }

  private static func endOfString(_ content: [UInt8], _ start: Int) -> Int {
    var index = start
    var depth = 0
    while index < content.count {
      switch content[index] {
      case 0x5C: index += 1
      case 0x28: depth += 1
      case 0x29:
        depth -= 1
        if depth == 0 { return index + 1 }
      default: break
      }
      index += 1
    }
    return index
  }

  /// Behind the EI that ends the binary data.
  private static func endOfInlineImage(_ content: [UInt8], _ start: Int) -> Int {
    var index = start
    while index + 3 < content.count {
      if endsWord(content[index]), content[index + 1] == 0x45, content[index + 2] == 0x49, endsWord(content[index + 3])
      {
        return index + 3
      }
      index += 1
    }
    return content.count
  }
}
