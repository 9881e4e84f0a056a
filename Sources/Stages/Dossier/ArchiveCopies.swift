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
  private let files: any FileStore

  init(runs: [StageRun], _ context: DossierStageContext) throws {
    let level = context.text("pdfa") ?? "2u"
    let stages = context.plan.stages(of: .document).filter { $0.uses == StageDeclaration.normalise.name }
    areWanted = level != "off" && stages.contains { $0.settings["pdfa"]?.string != "off" }
    needsUnicode = level == "2u"
    files = context.files
    var made: [DocumentID: NormalisedCopy] = [:]
    for run in runs where run.uses == StageDeclaration.normalise.name {
      guard let document = run.document, StageOutcome(rawValue: run.outcome) == .done else { continue }
      made[document] = NormalisedCopy(output: try RunOutput.value(of: run, files: files))
    }
    self.made = made
  }

  /// What the package says of a document's copy; never a level that the copy does not have.
  func normalisation(of document: Document) throws -> ArchivedDocument.Normalisation {
    guard areWanted else { return .none }
    switch made[document.id] {
    case nil: return .failed(reason: "no copy was made: the document did not come through all of its stages")
    case .failed(let reason): return .failed(reason: reason)
    case .original(let format):
      return suffices(format) ? .original(format: format) : .failed(reason: "it is \(format), which is not enough")
    case .copy(let format, let byteCount, let sha256):
      guard suffices(format) else { return .failed(reason: "the copy is \(format), which is not enough") }
      guard let sha256, try files.size(of: sha256) == byteCount else {
        throw StorageError(.notFound, "the copy of document \(document.ordinal) is gone")
      }
      let files = files
      return .copy(
        ArchivedFile(sha256: sha256, byteCount: byteCount) { try files.open(sha256) }, format: format)
    }
  }

  /// Levels u and a have what b has.
  private func suffices(_ format: String) -> Bool {
    !needsUnicode || !format.hasSuffix("b")
  }

  /// Has the plan's validator look at every file that the package will call PDF/A; throws where it does not accept
  /// all of them.
  static func validate(_ contents: DossierContents, _ context: DossierStageContext) throws {
    guard let program = context.text("validator") else { return }
    let claimed = contents.documents.compactMap { document -> (ordinal: Int, file: ArchivedFile, format: String)? in
      switch document.normalisation {
      case .copy(let file, let format): (document.ordinal, file, format)
      case .original(let format): (document.ordinal, document.original, format)
      case .none, .failed: nil
      }
    }
    for (ordinal, file, format) in claimed {
      let flavour = String(format.split(separator: "-").last ?? "2b")
      let answer = try context.validate(
        program, ["--flavour", flavour, "--format", "text"], try file.open())
      guard answer.isAccepted else {
        throw ArchiveCopyRefused(ordinal: ordinal, format: format, program: program, said: answer.lastLines)
      }
    }
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
  let program: String
  let said: [String]

  var description: String {
    "\(program) does not accept the copy of document \(ordinal) as \(format): \(said.suffix(3).joined(separator: " | "))"
  }
}
