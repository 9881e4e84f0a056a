import Archive
import Dossiers
import Files
import Pipeline
import Storage
import Workflow

/// Makes the dossier's package from the record and the stored files, reads it back, and moves it into place.
///
/// Every time in the package comes from the record: made again after a crash, it is the same to the byte, and the
/// one already in place is adopted.
struct BundleDossierStage: DossierStage {
  static let name = "bundle-dossier"

  func run(_ context: DossierStageContext) throws -> DossierStageEnd {
    let (placed, format, packagedAt) = try place(context)
    let package = StoredPackage(
      dossier: context.dossier.id, version: context.dossier.version,
      format: format.rawValue, path: placed.path, digest: placed.digest,
      byteCount: placed.byteCount, createdAt: packagedAt, copySHA256: try copy(of: placed, at: packagedAt, context))
    return DossierStageEnd(output: .object(["package": .string(placed.path)]), package: package)
  }

  /// Makes the package and lays it into its place.
  func place(
    _ context: DossierStageContext
  ) throws -> (placed: PlacedPackage, format: PackageFormat, packagedAt: Timestamp) {
    let contents = try contents(context)
    let format = context.text("format").flatMap { PackageFormat(rawValue: $0) } ?? .bagit
    let placed = try DossierPackager.package(
      contents, as: format, in: context.scratchFolder, to: context.packagesFolder)
    return (placed, format, contents.packagedAt)
  }

  /// One tar file in Storage, where other machines reach what lies in this one's folder; nil where nobody else does.
  private func copy(
    of placed: PlacedPackage, at packagedAt: Timestamp, _ context: DossierStageContext
  ) throws -> String? {
    guard context.files.isShared else { return nil }
    let path = try PackageCopy.make(
      of: "\(context.packagesFolder)/\(placed.path)", time: packagedAt, in: context.scratchFolder)
    defer { _ = try? Folder.removeFile(path) }
    return try context.files.put(path: path).sha256
  }

  private func contents(_ context: DossierStageContext) throws -> DossierContents {
    let dossier = context.dossier
    let issued = try context.store.receipt(of: dossier.id)
    let problems = try context.store.problems(of: dossier.id)
    let runs = try context.store.runs(of: dossier.id)
    let copies = try ArchiveCopies(runs: runs, context)
    let texts = try DerivedText.pages(runs: runs, plan: context.plan, files: context.files)
    let earlier = try context.store.packages(of: dossier.id).filter { $0.version < dossier.version }
    let procedure = context.procedure
    let documents = try context.documents()
    return DossierContents(
      code: dossier.code ?? dossier.id.rawValue, version: dossier.version,
      previous: earlier.max { $0.version < $1.version }.map {
        PlacedPackage(path: $0.path, digest: $0.digest, byteCount: $0.byteCount)
      },
      agency: .init(
        code: issued?.agency ?? "", name: context.text("sourceOrganization") ?? procedure.department.vi),
      procedure: .init(code: procedure.code, name: procedure.name.vi), channel: dossier.channel,
      sender: dossier.sender, receivedAt: dossier.receivedAt, dueAt: dossier.dueAt,
      packagedAt: Self.due(issued, runs: runs, documents: documents, of: dossier), planID: context.plan.id,
      program: context.program,
      documents: try documents.map { document in
        try archived(
          document, problems: problems.filter { $0.document == document.id },
          text: texts[document.id], normalisation: try copies.normalisation(of: document), context)
      },
      problems: problems.filter { $0.document == nil }.map(\.problem),
      receipt: try issued.flatMap { try receipt($0, context) },
      events: ArchivedEvents.of(
        runs: runs, events: try context.store.events(of: dossier.id), documents: documents, program: context.program),
      description: description(procedure, context))
  }

  /// The procedure knows its dossiers best; the plan speaks for the rest of the office.
  private func description(_ procedure: Procedure, _ context: DossierStageContext) -> ArchivalDescription {
    var description = ArchivalDescription(maintenance: procedure.retention)
    if let mode = procedure.keeping.accessMode ?? context.text("mode") { description.mode = mode }
    if let fonds = procedure.keeping.fonds ?? context.text("fonds") { description.fonds = fonds }
    if let language = procedure.keeping.language ?? context.text("language") { description.language = language }
    return description
  }

  /// When the package came due, by the record alone: with the receipt, or with the last of a supplement's documents.
  private static func due(
    _ issued: IssuedReceipt?, runs: [StageRun], documents: [Document], of dossier: Dossier
  ) -> Timestamp {
    let ends = runs.filter { $0.document != nil }.map(\.endedAt) + documents.map(\.receivedAt)
    return ([issued?.issuedAt ?? dossier.receivedAt] + ends).max { $0.milliseconds < $1.milliseconds }
      ?? dossier.receivedAt
  }

  private func archived(
    _ document: Document, problems: [StoredProblem], text: String?,
    normalisation: ArchivedDocument.Normalisation, _ context: DossierStageContext
  ) throws -> ArchivedDocument {
    let files = context.files
    return ArchivedDocument(
      ordinal: document.ordinal, name: document.name,
      original: ArchivedFile(sha256: document.sha256, byteCount: document.byteCount) {
        try files.open(document.sha256)
      },
      mediaType: document.mediaType, pageCount: document.pageCount,
      verdict: document.state == .accepted ? .accepted : document.state == .rejected ? .rejected : .review,
      receivedAt: document.receivedAt, parts: try context.store.parts(of: document.id),
      problems: problems.map(\.problem),
      supersededBy: Supersession(by: problems.flatMap { $0.supersession?.documents ?? [] }).documents, text: text,
      normalisation: normalisation)
  }

  private func receipt(_ issued: IssuedReceipt, _ context: DossierStageContext) throws -> ArchivedReceipt? {
    guard let pdf = issued.pdfSHA256 else { return nil }
    let files = context.files
    func file(_ sha256: String) throws -> ArchivedFile {
      ArchivedFile(sha256: sha256, byteCount: try files.size(of: sha256) ?? 0) { try files.open(sha256) }
    }
    return ArchivedReceipt(
      pdf: try file(pdf), png: try issued.pngSHA256.map(file), issuedAt: issued.issuedAt,
      contentDigest: issued.contentDigest, keyID: issued.keyID, signature: issued.signature)
  }
}
