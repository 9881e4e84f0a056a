import Dossiers
import Foundation
public import Workflow

/// What an import made of each dossier: the summary at its end, and the report's files.
public final class BatchReport {
  public static let filePrefix = "hoso-import-"

  /// What came of it all, counted while the report is written.
  public struct Summary: Sendable {
    public fileprivate(set) var dossiers = 0
    public fileprivate(set) var documents = 0
    public fileprivate(set) var known = 0
    public fileprivate(set) var failed = 0
    public fileprivate(set) var badRows = 0
    public fileprivate(set) var stacks = 0
    public fileprivate(set) var blankPages = 0
    public fileprivate(set) var remarks = 0
    public fileprivate(set) var states: [Dossier.State: Int] = [:]

    /// True where somebody should look: a dossier that failed, was rejected or waits for a person, a bad row, or a
    /// stack that is odd.
    public var needsAttention: Bool {
      failed > 0 || badRows > 0 || remarks > 0 || states[.rejected] != nil || states[.review] != nil
    }

    /// A few lines for the end of an import.
    public var text: String {
      var lines = ["\(dossiers) dossiers with \(documents) documents; \(known) were in already"]
      if stacks > 0 {
        lines.append("  stacks taken apart: \(stacks), blank pages left out: \(blankPages), remarks: \(remarks)")
      }
      for state in Dossier.State.allCases {
        if let count = states[state] { lines.append("  \(state.rawValue): \(count)") }
      }
      if failed > 0 { lines.append("  not taken in: \(failed)") }
      if badRows > 0 { lines.append("  bad rows and names: \(badRows)") }
      return lines.joined(separator: "\n")
    }
  }

  private let journal: BatchJournal
  private let store: any WorkflowStore
  private let page: BatchPage?

  /// `page` takes a copy of everything that needs a look.
  public init(_ journal: BatchJournal, store: any WorkflowStore, page: BatchPage?) {
    self.journal = journal
    self.store = store
    self.page = page
  }

  /// Where the report goes when nobody says: into the batch's folder.
  public static func path(in folder: String) -> String {
    "\(folder)/\(filePrefix)\(stamp()).csv"
  }

  /// Writes the report as CSV, a row a dossier, and what needs a look as a page for people.
  public func write(to path: String) throws -> Summary {
    do {
      let file = try ReportFile(path)
      // The byte order mark lets spreadsheets see that it is UTF-8.
      try file.write("\u{FEFF}")
      try file.write(
        Self.row([
          "dossier", "outcome", "state", "code", "id", "documents", "problems", "message", "stack", "pages",
          "blank pages",
        ]))
      var summary = Summary()
      try journal.read { try write($0, to: file, counting: &summary) }
      try file.finish()
      try page?.finish(summary)
      return summary
    } catch let error as StoreError {
      throw ReceptionError(store: error)
    } catch {
      throw ReceptionError(
        .unreadable, "the report \(path) cannot be written (\(error)); name a place with --report FILE")
    }
  }

  private func write(_ outcome: BatchOutcome, to file: ReportFile, counting summary: inout Summary) throws {
    switch outcome.kind {
    case .badRow:
      summary.badRows += 1
      try file.write(Self.row(["", outcome.kind.rawValue, "", "", "", "", "", outcome.message]))
      try page?.add(outcome, dossier: nil, problems: [])
    case .stack:
      summary.stacks += 1
      summary.remarks += outcome.remarks.count
      for remark in outcome.remarks {
        try file.write(
          Self.row([
            "", "stack", "", "", "", "", remark.code.rawValue, remark.message.en, outcome.name, "\(remark.page)", "",
          ]))
      }
      if !outcome.remarks.isEmpty { try page?.add(outcome, dossier: nil, problems: []) }
    case .failed:
      summary.dossiers += 1
      summary.documents += outcome.fileCount
      summary.failed += 1
      try file.write(Self.row(outcome, state: "", code: "", id: "", problems: outcome.code))
      try page?.add(outcome, dossier: nil, problems: [])
    case .takenIn, .known:
      summary.dossiers += 1
      summary.documents += outcome.fileCount
      summary.blankPages += outcome.blankPages.count
      if outcome.kind == .known { summary.known += 1 }
      guard let id = outcome.dossier, let dossier = try store.dossier(id) else { return }
      summary.states[dossier.state, default: 0] += 1
      let open = try store.problems(of: id).filter { $0.settledAt == nil }
      let codes = Set(open.map(\.problem.code.rawValue)).sorted().joined(separator: " ")
      try file.write(
        Self.row(
          outcome, state: dossier.state.rawValue, code: dossier.code ?? "", id: dossier.id.rawValue, problems: codes))
      if dossier.state == .rejected || dossier.state == .review {
        try page?.add(outcome, dossier: dossier, problems: open)
      }
    }
  }

  private static func row(
    _ outcome: BatchOutcome, state: String, code: String, id: String, problems: String
  ) -> String {
    row([
      outcome.name, outcome.kind.rawValue, state, code, id, "\(outcome.fileCount)", problems, outcome.message,
      outcome.stack ?? "", PageRanges.text(outcome.pages), PageRanges.text(outcome.blankPages),
    ])
  }

  private static func row(_ cells: [String]) -> String { CSVRow.text(cells) }

  private static func stamp() -> String {
    let milliseconds = Int64(Date().timeIntervalSince1970 * 1000)
    let time = VietnamTime(Timestamp(milliseconds: milliseconds)).iso.prefix(19)
    return String(time.filter { $0 != ":" }.map { $0 == "T" ? "-" : $0 })
  }
}
