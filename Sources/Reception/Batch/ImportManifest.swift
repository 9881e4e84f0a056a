/// The CSV that tells which files make which dossier, with what is known of each.
///
/// The first row names the columns: `dossier` and `file` are needed; `procedure`, `sender`, `phone`, `address`,
/// `email`, `request` and `key` are understood. Rows of one dossier belong together wherever they stand.
public struct ImportManifest: Sendable {
  public struct Entry: Sendable {
    public let name: String
    public var files: [String]
    public var values: [String: String]
    /// The line of its first row, counted from 1.
    public let line: Int
  }

  public let entries: [Entry]
  public let mistakes: [CSVReader.Mistake]

  public static let columns = ["dossier", "file", "procedure", "sender", "phone", "address", "email", "request", "key"]

  public init(_ bytes: some Collection<UInt8>) {
    let table = CSVReader(bytes)
    var mistakes = table.mistakes
    var entries: [Entry] = []
    var indices: [String: Int] = [:]
    guard let header = table.rows.first else {
      self.entries = []
      self.mistakes = mistakes + [CSVReader.Mistake(line: 1, message: "the manifest is empty")]
      return
    }
    let names = header.cells.map { $0.lowercased().trimmed }
    for (position, name) in names.enumerated() where !Self.columns.contains(name) && !name.isEmpty {
      mistakes.append(
        CSVReader.Mistake(
          line: header.line,
          message: "column \(position + 1) is called “\(name)”; known are \(Self.columns.joined(separator: ", "))"))
    }
    for needed in ["dossier", "file"] where !names.contains(needed) {
      mistakes.append(CSVReader.Mistake(line: header.line, message: "there is no column “\(needed)”"))
    }
    guard let dossierColumn = names.firstIndex(of: "dossier"), let fileColumn = names.firstIndex(of: "file") else {
      self.entries = []
      self.mistakes = mistakes
      return
    }
    for row in table.rows.dropFirst() {
      guard row.cells.count <= names.count || row.cells[names.count...].allSatisfy(\.isEmpty) else {
        mistakes.append(
          CSVReader.Mistake(line: row.line, message: "\(row.cells.count) cells where \(names.count) are expected"))
        continue
      }
      func cell(_ column: Int) -> String { column < row.cells.count ? row.cells[column].trimmed : "" }
      let name = cell(dossierColumn)
      let file = cell(fileColumn)
      guard !name.isEmpty, !file.isEmpty else {
        mistakes.append(
          CSVReader.Mistake(line: row.line, message: "“\(name.isEmpty ? "dossier" : "file")” is empty"))
        continue
      }
      let index = indices[name] ?? entries.count
      if index == entries.count {
        indices[name] = index
        entries.append(Entry(name: name, files: [], values: [:], line: row.line))
      }
      entries[index].files.append(file)
      for (column, key) in names.enumerated() where column != dossierColumn && column != fileColumn {
        let value = cell(column)
        guard !value.isEmpty else { continue }
        if let known = entries[index].values[key], known != value {
          mistakes.append(
            CSVReader.Mistake(
              line: row.line, message: "“\(key)” of dossier “\(name)” was given differently in an earlier row"))
        } else {
          entries[index].values[key] = value
        }
      }
    }
    self.entries = entries
    self.mistakes = mistakes
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = Substring(self)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
