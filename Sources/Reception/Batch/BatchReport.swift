import Dossiers
import Foundation
public import Workflow

/// What an import made of each dossier: the summary at its end, and the report file.
public final class BatchReport {
  public static let filePrefix = "hoso-import-"

  private let mistakes: [CSVReader.Mistake]
  private var outcomes: [BatchImport.Outcome] = []

  public init(mistakes: [CSVReader.Mistake]) {
    self.mistakes = mistakes
  }

  public func add(_ outcome: BatchImport.Outcome) {
    outcomes.append(outcome)
  }

  /// The dossiers of this batch that are in the store, new or known.
  public var dossiers: [DossierID] {
    outcomes.compactMap { outcome in
      switch outcome.kind {
      case .takenIn(let dossier), .known(let dossier): dossier.id
      case .failed: nil
      }
    }
  }

  /// How many of the dossiers are not through yet.
  public static func openCount(_ dossiers: [DossierID], store: any WorkflowStore) throws -> Int {
    try dossiers.count { id in
      let state = try store.dossier(id)?.state
      return state == .received || state == .accepted
    }
  }

  /// A few lines for the end of an import.
  public func summary(store: any WorkflowStore) throws -> String {
    var known = 0
    var failed = 0
    var states: [Dossier.State: Int] = [:]
    for outcome in outcomes {
      switch outcome.kind {
      case .failed: failed += 1
      case .known(let dossier):
        known += 1
        states[try store.dossier(dossier.id)?.state ?? dossier.state, default: 0] += 1
      case .takenIn(let dossier):
        states[try store.dossier(dossier.id)?.state ?? dossier.state, default: 0] += 1
      }
    }
    let documents = outcomes.reduce(0) { $0 + $1.fileCount }
    var lines = ["\(outcomes.count) dossiers with \(documents) documents; \(known) were in already"]
    for state in Dossier.State.allCases {
      if let count = states[state] { lines.append("  \(state.rawValue): \(count)") }
    }
    if failed > 0 { lines.append("  not taken in: \(failed)") }
    if !mistakes.isEmpty { lines.append("  bad rows in the manifest: \(mistakes.count)") }
    return lines.joined(separator: "\n")
  }

  /// True where somebody should look: a dossier that failed, was rejected or waits for a person, or a bad row.
  public func needsAttention(store: any WorkflowStore) throws -> Bool {
    guard mistakes.isEmpty else { return true }
    for outcome in outcomes {
      if case .failed = outcome.kind { return true }
    }
    for id in dossiers {
      if let state = try store.dossier(id)?.state, state == .rejected || state == .review { return true }
    }
    return false
  }

  /// Writes the report as CSV, a row a dossier, and returns its path. Without `path` it goes into `folder`.
  public func write(to path: String?, folder: String, store: any WorkflowStore) throws(ReceptionError) -> String {
    var rows = [["dossier", "outcome", "state", "code", "id", "documents", "problems", "message"]]
    for outcome in outcomes { rows.append(try row(outcome, store: store)) }
    for mistake in mistakes {
      rows.append(["", "bad row", "", "", "", "", "", "line \(mistake.line): \(mistake.message)"])
    }
    let text = rows.map { $0.map(Self.quoted).joined(separator: ",") + "\r\n" }.joined()
    let target = path ?? "\(folder)/\(Self.filePrefix)\(Self.stamp()).csv"
    do {
      // The byte order mark lets spreadsheets see that it is UTF-8.
      try Data([0xEF, 0xBB, 0xBF] + Array(text.utf8)).write(to: URL(fileURLWithPath: target), options: .atomic)
    } catch {
      throw ReceptionError(.unreadable, "the report \(target) cannot be written; name a place with --report FILE")
    }
    return target
  }

  private func row(_ outcome: BatchImport.Outcome, store: any WorkflowStore) throws(ReceptionError) -> [String] {
    switch outcome.kind {
    case .failed(let error):
      return [outcome.name, "not taken in", "", "", "", "\(outcome.fileCount)", error.code.rawValue, error.message]
    case .takenIn(let earlier), .known(let earlier):
      var word = "taken in"
      if case .known = outcome.kind { word = "known" }
      do {
        let dossier = try store.dossier(earlier.id) ?? earlier
        let open = try store.problems(of: dossier.id).filter { $0.settledAt == nil }
        let codes = Set(open.map(\.problem.code.rawValue)).sorted().joined(separator: " ")
        return [
          outcome.name, word, dossier.state.rawValue, dossier.code ?? "", dossier.id.rawValue,
          "\(outcome.fileCount)", codes, "",
        ]
      } catch {
        throw ReceptionError(store: error)
      }
    }
  }

  /// RFC 4180 quoting; a cell that a spreadsheet would take for a formula is kept from being one.
  private static func quoted(_ cell: String) -> String {
    var cell = cell
    if let first = cell.first, "=+-@\t\r".contains(first) { cell = "'" + cell }
    guard cell.contains(where: { ",\"\r\n".contains($0) }) else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }

  private static func stamp() -> String {
    let milliseconds = Int64(Date().timeIntervalSince1970 * 1000)
    let time = VietnamTime(Timestamp(milliseconds: milliseconds)).iso.prefix(19)
    return String(time.filter { $0 != ":" }.map { $0 == "T" ? "-" : $0 })
  }
}
