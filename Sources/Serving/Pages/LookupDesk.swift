import Dossiers
import Reception
import Workflow

/// Answers the public's question where a dossier stands. Tells nothing of anybody.
final class LookupDesk: Sendable {
  /// What the page shows.
  struct Finding {
    let answer: LookupAnswer
    let dossier: Dossier?
    /// What the sender has to mend, in their words, and in which of the files, counted from 1.
    var remedies: [(file: Int?, problem: Problem)] = []
    /// Files that could not be read and later ones that could, counted from 1.
    var superseded: [(file: Int, by: Supersession)] = []
    /// The submission by whose id the question was asked: nobody but its sender knows that.
    var submission: SubmissionID?

    /// Whoever asks may send papers here and now.
    var takesPapers: Bool { submission != nil && (dossier?.waitsForPapers ?? false) }

    /// The question named no dossier, or a forged receipt: counts as a guess.
    var isMiss: Bool { dossier == nil }
  }

  private let installation: Installation
  private let photo: ReceiptPhoto

  /// Pictures of receipts are read in stage hosts, whose folders lie below `scratch`.
  init(_ installation: Installation, scratch: String) {
    self.installation = installation
    photo = ReceiptPhoto(scratch: scratch)
  }

  /// By what stands behind `/t/`: a dossier code, or the id of a submission. With the query of a receipt's QR code
  /// its signature is checked.
  func find(_ reference: String, seal: (key: String, time: String, signature: String)?) throws -> Finding {
    if let seal {
      let text = "/t/\(reference)?k=\(seal.key)&t=\(seal.time)&s=\(seal.signature)"
      return try finding(Lookup(installation).answer(receiptTexts: [text]))
    }
    let submission = SubmissionID(rawValue: reference)
    if let dossier = try installation.store.dossier(submission: submission) {
      var found = try finding(Lookup(installation).answer(dossier: dossier), dossier)
      found.submission = submission
      return found
    }
    return try finding(Lookup(installation).answer(typed: reference))
  }

  /// By a picture or PDF of a receipt.
  func find(picture path: String) throws -> Finding {
    try finding(Lookup(installation).answer(receiptTexts: photo.read(path).texts))
  }

  private func finding(_ answer: LookupAnswer, _ known: Dossier? = nil) throws -> Finding {
    var dossier = known
    if dossier == nil, let code = answer.standing?.code { dossier = try installation.store.dossier(code: code) }
    var finding = Finding(answer: answer, dossier: dossier)
    guard let dossier, dossier.state != .cancelled else { return finding }
    let files = Dictionary(
      try installation.store.documents(of: dossier.id).map { ($0.id, $0.ordinal) }, uniquingKeysWith: { $1 })
    for stored in try installation.store.problems(of: dossier.id) {
      let file = stored.document.flatMap { files[$0] }
      if let file, let by = stored.supersession, !finding.superseded.contains(where: { $0.file == file }) {
        finding.superseded.append((file, by))
      }
      if dossier.state == .rejected, stored.settledAt == nil, stored.problem.severity == .rejects {
        finding.remedies.append((file, stored.problem))
      }
    }
    return finding
  }
}

extension Dossier {
  /// Its sender can still better it: nobody has decided, and it has not gone on.
  var waitsForPapers: Bool { state == .review || (state == .rejected && ending == nil) }
}
