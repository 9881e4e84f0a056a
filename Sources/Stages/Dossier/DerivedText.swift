import Dossiers
import Pipeline
import Storage
import Workflow

/// The text that was read from documents, as the stages left it in their outputs (`pageTexts`).
enum DerivedText {
  /// All pages of each document in order, a form feed between two of them.
  static func pages(
    runs: [StageRun], plan: Plan, files: any FileStore
  ) throws -> [DocumentID: String] {
    try byPage(runs: runs, files: files).mapValues { pages in
      pages.sorted { $0.key < $1.key }.map(\.value).joined(separator: "\u{0C}\n") + "\n"
    }
  }

  /// By document and page, counted from 1; pages without text are not there.
  static func byPage(runs: [StageRun], files: any FileStore) throws -> [DocumentID: [Int: String]] {
    var texts: [DocumentID: [Int: String]] = [:]
    for run in runs where run.outcome == StageOutcome.done.rawValue {
      guard let document = run.document else { continue }
      guard case .array(let pages)? = try RunOutput.member("pageTexts", of: run, files: files) else { continue }
      for page in pages {
        guard let number = page["page"]?.integer, let text = page["text"]?.string, !text.isEmpty else { continue }
        texts[document, default: [:]][Int(number)] = text
      }
    }
    return texts
  }
}
