import Dossiers
import Pipeline
import Reception
import Stages
import Worker
import Workflow

/// Answers the public's question where a dossier stands. Tells nothing of anybody.
final class LookupDesk: Sendable {
  /// What the page shows.
  struct Finding {
    let answer: LookupAnswer
    let dossier: Dossier?
    /// What the sender has to mend, in their words.
    var remedies: [Problem] = []

    /// The question named no dossier, or a forged receipt: counts as a guess.
    var isMiss: Bool { dossier == nil }
  }

  private let installation: Installation
  private let scratch: String

  /// Pictures of receipts are read in stage hosts, whose folders lie below `scratch`.
  init(_ installation: Installation, scratch: String) {
    self.installation = installation
    self.scratch = scratch
  }

  /// By what stands behind `/t/`: a dossier code, or the id of a submission. With the query of a receipt's QR code
  /// its signature is checked.
  func find(_ reference: String, seal: (key: String, time: String, signature: String)?) throws -> Finding {
    if let seal {
      let text = "/t/\(reference)?k=\(seal.key)&t=\(seal.time)&s=\(seal.signature)"
      return try finding(Lookup(installation).answer(receiptTexts: [text]))
    }
    if let dossier = try installation.store.dossier(submission: SubmissionID(rawValue: reference)) {
      return try finding(Lookup(installation).answer(dossier: dossier), dossier)
    }
    return try finding(Lookup(installation).answer(typed: reference))
  }

  /// By a picture or PDF of a receipt.
  func find(picture path: String) throws -> Finding {
    let plan = try PlanReader.read(Array(Self.pipeline.utf8), catalogue: StageCatalogue.builtIn)
    var texts: [String] = []
    try Inspector(plan: plan, jobs: 1, scratch: scratch).inspect([path]) { finding in
      for step in finding.steps {
        if let result = step.result { texts += Self.texts(in: result.output) }
      }
      return true
    }
    return try finding(Lookup(installation).answer(receiptTexts: texts))
  }

  private func finding(_ answer: LookupAnswer, _ known: Dossier? = nil) throws -> Finding {
    var dossier = known
    if dossier == nil, let code = answer.standing?.code { dossier = try installation.store.dossier(code: code) }
    var finding = Finding(answer: answer, dossier: dossier)
    if let dossier, dossier.state == .rejected {
      finding.remedies = try installation.store.problems(of: dossier.id)
        .filter { $0.settledAt == nil && $0.problem.severity == .rejects }.map(\.problem)
    }
    return finding
  }

  private static let pipeline = """
    {"pipeline": "look-up", "stages": [
      {"id": "validate", "uses": "validate-file"}, {"id": "locate", "uses": "locate-document"},
      {"id": "barcodes", "uses": "read-barcodes"}]}
    """

  /// The texts in the output of `read-barcodes`: `{"barcodes": [{"bytes": […]}]}`, where the bytes are UTF-8.
  private static func texts(in output: JSONValue) -> [String] {
    let barcodes = output["barcodes"]?.array ?? []
    return barcodes.compactMap { barcode in
      let bytes = barcode["bytes"]?.array?.compactMap { $0.integer.flatMap { UInt8(exactly: $0) } }
      return bytes.flatMap { String(validating: $0, as: UTF8.self) }
    }
  }
}
