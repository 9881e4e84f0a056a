/// Reads comma- or semicolon-separated rows (RFC 4180, with the habits of spreadsheets): UTF-8 with or without a
/// byte order mark, LF or CRLF, quoted cells with doubled quotes and line breaks.
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
    var bytes = Array(bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    let separator = Self.separator(of: bytes)
    var rows: [Row] = []
    var mistakes: [Mistake] = []
    var line = 1
    var rowLine = 1
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

  private static func separator(of bytes: [UInt8]) -> UInt8 {
    let firstLine = bytes.prefix { $0 != UInt8(ascii: "\n") }
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    let counts = candidates.map { candidate in firstLine.count { $0 == candidate } }
    let most = counts.max() ?? 0
    return most == 0 ? candidates[0] : candidates[counts.firstIndex(of: most) ?? 0]
  }
}
