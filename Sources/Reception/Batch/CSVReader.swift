/// Reads comma- or semicolon-separated rows (RFC 4180, with the habits of spreadsheets): UTF-8 with or without a
/// byte order mark, UTF-16 with one (“Unicode text”), a first line `sep=;`, LF or CRLF, quoted cells with doubled quotes
/// and line breaks.
public struct CSVReader: Sendable {
  /// A row and the line of the file that it begins on, counted from 1.
  public struct Row: Sendable, Equatable {
    public let line: Int
    public let cells: [String]
  }

  /// What made a row unreadable.
  public struct Mistake: Error, Sendable, Equatable {
    public let line: Int
    public let message: String
  }

  public let separator: Character
  public let rows: [Row]
  /// A quote that is never closed ends the reading; what stood before it is kept.
  public let mistakes: [Mistake]

  /// Parses the whole text. The separator is the one of `;`, `,` and tab that the first line has most of.
  public init(_ bytes: some Collection<UInt8>) {
    var bytes = Self.utf8(Array(bytes))
    var line = 1
    let named = Self.takeNamedSeparator(from: &bytes)
    if named != nil { line = 2 }
    let separator = named ?? Self.separator(of: bytes)
    var rows: [Row] = []
    var mistakes: [Mistake] = []
    var rowLine = line
    var cells: [String] = []
    var cell: [UInt8] = []
    var index = 0

    func endCell() {
      cells.append(String(decoding: cell, as: UTF8.self))
      cell.removeAll(keepingCapacity: true)
    }
    func endRow() {
      endCell()
      if cells.contains(where: { !$0.isEmpty }) { rows.append(Row(line: rowLine, cells: cells)) }
      cells.removeAll()
    }

    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\""), cell.isEmpty {
        let opened = line
        index += 1
        var closed = false
        while index < bytes.count {
          if bytes[index] == UInt8(ascii: "\"") {
            if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") {
              index += 1
            } else {
              closed = true
              break
            }
          }
          if bytes[index] == UInt8(ascii: "\n") { line += 1 }
          cell.append(bytes[index])
          index += 1
        }
        if !closed {
          mistakes.append(Mistake(line: opened, message: "the quote that opens here is never closed"))
          cells.removeAll()
          cell.removeAll()
          break
        }
      } else if byte == separator {
        endCell()
      } else if byte == UInt8(ascii: "\n") {
        if cell.last == UInt8(ascii: "\r") { cell.removeLast() }
        endRow()
        line += 1
        rowLine = line
      } else {
        cell.append(byte)
      }
      index += 1
    }
    if cell.last == UInt8(ascii: "\r") { cell.removeLast() }
    if !cell.isEmpty || !cells.isEmpty { endRow() }
    self.separator = Character(UnicodeScalar(separator))
    self.rows = rows
    self.mistakes = mistakes
  }

  /// Without its byte order mark. Half of a surrogate pair becomes U+FFFD, as any byte that is no UTF-8 does later.
  private static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(bytes.dropFirst(3)) }
    let isLittle = bytes.starts(with: [0xFF, 0xFE])
    guard isLittle || bytes.starts(with: [0xFE, 0xFF]) else { return bytes }
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for index in stride(from: 2, to: bytes.count - 1, by: 2) {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(isLittle ? second << 8 | first : first << 8 | second)
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// Excel's own first line, `sep=;`, taken off; nil where there is none.
  private static func takeNamedSeparator(from bytes: inout [UInt8]) -> UInt8? {
    let line = bytes.prefix { $0 != UInt8(ascii: "\n") }
    let words = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
    let name = String(decoding: words.prefix(4), as: UTF8.self).lowercased()
    guard words.count == 5, name == "sep=", let separator = words.last, separator != UInt8(ascii: "\"") else {
      return nil
    }
    bytes.removeFirst(min(bytes.count, line.count + 1))
    return separator
  }

  private static func separator(of bytes: [UInt8]) -> UInt8 {
    let firstLine = bytes.prefix { $0 != UInt8(ascii: "\n") }
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    let counts = candidates.map { candidate in firstLine.count { $0 == candidate } }
    let most = counts.max() ?? 0
    return most == 0 ? candidates[0] : candidates[counts.firstIndex(of: most) ?? 0]
  }
}
