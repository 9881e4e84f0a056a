/// The CSV that tells which files make which dossier, with what is known of each.
///
/// The first row names the columns: `dossier` and `file` are needed; `procedure`, `sender`, `phone`, `address`,
/// `email`, `request` and `key` are understood. Rows of one dossier belong together wherever they stand.
public struct ImportManifest: Sendable {
  public struct Entry: Sendable {
    public let name: String
    public var files: [(name: String, line: Int)]
    public var values: [String: String]
    /// The line of its first row, counted from 1.
    public let line: Int
    /// Rows of this dossier that are mistaken: it is not taken in as long as there are any.
    public var badLines: [Int] = []
  }

  public let entries: [Entry]
  public let mistakes: [CSVReader.Mistake]

  public static let columns = ["dossier", "file", "procedure", "sender", "phone", "address", "email", "request", "key"]

  public init(_ bytes: some Collection<UInt8>) {
    let table = CSVReader(bytes)
    var mistakes = table.mistakes
    var entries: [Entry] = []
    var indices: [String: Int] = [:]
    // Bad rows of dossiers that no good row has named yet.
    var orphans: [String: [Int]] = [:]
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
      func cell(_ column: Int) -> String { column < row.cells.count ? row.cells[column].trimmed : "" }
      let name = cell(dossierColumn)
      let file = cell(fileColumn)
      if let message = Self.fault(of: row, columns: names.count, name: name, file: file) {
        mistakes.append(CSVReader.Mistake(line: row.line, message: message))
        // A row that cannot be read well cannot be trusted to name its dossier either, unless an entry says the same.
        if let index = indices[name] {
          entries[index].badLines.append(row.line)
        } else {
          orphans[name, default: []].append(row.line)
        }
        continue
      }
      let index = indices[name] ?? entries.count
      if index == entries.count {
        indices[name] = index
        entries.append(Entry(name: name, files: [], values: [:], line: row.line, badLines: orphans[name] ?? []))
      }
      entries[index].files.append((file, row.line))
      for (column, key) in names.enumerated() where column != dossierColumn && column != fileColumn {
        let value = cell(column)
        guard !value.isEmpty else { continue }
        if let known = entries[index].values[key], known != value {
          mistakes.append(
            CSVReader.Mistake(
              line: row.line, message: "“\(key)” of dossier “\(name)” was given differently in an earlier row"))
          entries[index].badLines.append(row.line)
        } else {
          entries[index].values[key] = value
        }
      }
    }
    mistakes += Self.refuseSharedKeys(&entries)
    self.entries = entries
    self.mistakes = mistakes
  }

  /// A key names one dossier: with the same key a second one would be taken for the first.
  private static func refuseSharedKeys(_ entries: inout [Entry]) -> [CSVReader.Mistake] {
    var owners: [String: String] = [:]
    var mistakes: [CSVReader.Mistake] = []
    for index in entries.indices {
      guard let key = entries[index].values["key"] else { continue }
      if let owner = owners[key] {
        let line = entries[index].line
        mistakes.append(CSVReader.Mistake(line: line, message: "its key “\(key)” is that of dossier “\(owner)”"))
        entries[index].badLines.append(line)
      } else {
        owners[key] = entries[index].name
      }
    }
    return mistakes
  }

  /// What is wrong with a row by itself; nil for a good one.
  private static func fault(of row: CSVReader.Row, columns: Int, name: String, file: String) -> String? {
    guard row.cells.count <= columns || row.cells[columns...].allSatisfy(\.isEmpty) else {
      return "\(row.cells.count) cells where \(columns) are expected"
    }
    if row.cells.contains(where: { $0.unicodeScalars.contains("\u{FFFD}") }) {
      return "it is not in UTF-8: save the table as “CSV UTF-8”"
    }
    if name.isEmpty { return "“dossier” is empty" }
    if file.isEmpty { return "“file” is empty" }
    return nil
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
