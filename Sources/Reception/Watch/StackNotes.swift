import Dossiers
import Workflow

/// What became of the stacks of one file or folder, as the watched folder tells it.
struct StackNotes {
  var outcomes: [WatchedFolder.Outcome] = []
  /// What a person should look at.
  private(set) var remarks: [BilingualText] = []
  /// The dossiers that cannot be taken in, whatever is tried.
  private var failures: [BilingualText] = []
  /// Passing trouble of ours.
  private(set) var trouble: String?

  mutating func add(_ outcome: BatchOutcome) {
    for remark in outcome.remarks {
      remarks.append(remark.message)
      outcomes.append(.remark(remark.message))
    }
    switch outcome.kind {
    case .takenIn, .known:
      outcomes.append(
        .takenIn(
          code: outcome.dossierCode, id: outcome.dossier?.rawValue ?? "", wasKnown: outcome.kind == .known,
          pages: outcome.pages))
    case .failed:
      if ReceptionError.Code(rawValue: outcome.code)?.isPassing ?? false {
        trouble = outcome.message
      } else {
        let pages = PageRanges.text(outcome.pages)
        failures.append(
          BilingualText(
            vi: "\(outcome.name), trang \(pages): chưa tiếp nhận được. \(outcome.message)",
            en: "\(outcome.name), pages \(pages): not taken in. \(outcome.message)"))
      }
    case .stack, .badRow: break
    }
  }

  /// Why the file is put aside though other dossiers of it were taken in; nil where all were.
  var refusal: BilingualText? {
    guard !failures.isEmpty else { return nil }
    return BilingualText(
      vi: (failures.map(\.vi) + ["Các hồ sơ còn lại trong tệp đã được tiếp nhận."]).joined(separator: " "),
      en: (failures.map(\.en) + ["The other dossiers in the file were taken in."]).joined(separator: " "))
  }
}
