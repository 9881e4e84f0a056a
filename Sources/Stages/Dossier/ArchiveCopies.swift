import Archive
import Dossiers
import Files
import Pipeline
import Storage
import Workflow

/// The documents' copies in the archive's form, as the `normalise` stage left them.
struct ArchiveCopies {
  private let made: [DocumentID: NormalisedCopy]
  /// False where the plan makes no copies, or the package is to hold none.
  private let areWanted: Bool
  private let needsUnicode: Bool
  private let context: DossierStageContext

  init(runs: [StageRun], _ context: DossierStageContext) throws {
    let level = context.text("pdfa") ?? "2u"
    let stages = context.plan.stages(of: .document).filter { $0.uses == StageDeclaration.normalise.name }
    areWanted = level != "off" && stages.contains { $0.settings["pdfa"]?.string != "off" }
    needsUnicode = level == "2u"
    self.context = context
    var made: [DocumentID: NormalisedCopy] = [:]
    for run in runs where run.uses == StageDeclaration.normalise.name {
      guard let document = run.document, StageOutcome(rawValue: run.outcome) == .done else { continue }
      made[document] = NormalisedCopy(output: try RunOutput.value(of: run, files: context.files))
    }
    self.made = made
  }

  /// What the package says of a document's copy; never a level that the copy does not have.
  ///
  /// A document that is PDF/A already is kept as it is where the plan names a validator and that agrees; a claim alone
  /// is not enough. The copy, too, must pass it.
  func normalisation(of document: Document) throws -> ArchivedDocument.Normalisation {
    guard areWanted else { return .none }
    switch made[document.id] {
    case nil: return .failed(reason: "no copy was made: the document did not come through all of its stages")
    case .failed(let reason): return .failed(reason: reason)
    case .copy(let format, let byteCount, let sha256, let claimed):
      if let claimed, try isAccepted(document.sha256, as: claimed) {
        return .original(format: "PDF/A-\(claimed)")
      }
      guard suffices(format) else { return .failed(reason: "the copy is \(format), which is not enough") }
      guard let sha256, try context.files.size(of: sha256) == byteCount else {
        throw StorageError(.notFound, "the copy of document \(document.ordinal) is gone")
      }
      if let answer = try validate(sha256, as: String(format.split(separator: "-").last ?? "")), !answer.isAccepted {
        throw ArchiveCopyRefused(ordinal: document.ordinal, format: format, said: answer.lastLines)
      }
      let files = context.files
      return .copy(
        ArchivedFile(sha256: sha256, byteCount: byteCount) { try files.open(sha256) }, format: format)
    }
  }

  private func isAccepted(_ sha256: String, as level: String) throws -> Bool {
    try validate(sha256, as: level)?.isAccepted ?? false
  }

  /// Nil where the plan names no validator.
  private func validate(_ sha256: String, as level: String) throws -> ValidatorAnswer? {
    guard let program = context.text("validator") else { return nil }
    return try context.validate(program, ["--flavour", level, "--format", "text"], context.files.open(sha256))
  }

  /// Levels u and a have what b has.
  private func suffices(_ format: String) -> Bool {
    !needsUnicode || !format.hasSuffix("b")
  }
}

/// What a validator made of one file.
public struct ValidatorAnswer: Sendable {
  public let isAccepted: Bool
  public let lastLines: [String]

  public init(isAccepted: Bool, lastLines: [String]) {
    self.isAccepted = isAccepted
    self.lastLines = lastLines
  }
}

/// A validator did not accept a copy: the package must not be made of it.
struct ArchiveCopyRefused: Error, CustomStringConvertible {
  let ordinal: Int
  let format: String
  let said: [String]

  var description: String {
    "the validator does not accept the copy of document \(ordinal) as \(format): \(said.suffix(3).joined(separator: " | "))"
  }
}
