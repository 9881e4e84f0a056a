import Dossiers
import Reception
import Workflow

/// What `--json` says of a dossier.
struct DossierSummary: Encodable {
  struct DocumentLine: Encodable {
    let ordinal: Int
    let name: String
    let sha256: String
    let bytes: Int64
    let state: Document.State
    let pages: Int?
    let parts: [Part]
  }

  struct ProblemLine: Encodable {
    let code: ProblemCode
    let severity: Problem.Severity
    let document: Int?
    let page: Int?
    let message: BilingualText
    let remedy: BilingualText
    let settled: Bool
  }

  let id: DossierID
  let code: String?
  let state: Dossier.State
  let nationalStatus: Int
  let procedure: String
  let sender: String?
  let channel: String
  let version: Int
  let receivedAt: String
  let dueAt: String?
  let documents: [DocumentLine]
  let problems: [ProblemLine]
  let receipt: IssuedReceipt?
  let packages: [StoredPackage]

  init(_ dossier: Dossier, in store: any WorkflowStore) throws {
    let held = try store.documents(of: dossier.id)
    let ordinals = Dictionary(uniqueKeysWithValues: held.map { ($0.id, $0.ordinal) })
    id = dossier.id
    code = dossier.code
    state = dossier.state
    nationalStatus = dossier.nationalStatus.rawValue
    procedure = dossier.procedure
    sender = dossier.sender
    channel = dossier.channel
    version = dossier.version
    receivedAt = VietnamTime(dossier.receivedAt).iso
    dueAt = dossier.dueAt.map { VietnamTime($0).iso }
    documents = try held.map {
      DocumentLine(
        ordinal: $0.ordinal, name: $0.name, sha256: $0.sha256, bytes: $0.byteCount, state: $0.state,
        pages: $0.pageCount, parts: try store.parts(of: $0.id))
    }
    problems = try store.problems(of: dossier.id).map {
      ProblemLine(
        code: $0.problem.code, severity: $0.problem.severity, document: $0.document.flatMap { ordinals[$0] },
        page: $0.problem.page, message: $0.problem.message, remedy: $0.problem.remedy, settled: $0.settledAt != nil)
    }
    receipt = try store.receipt(of: dossier.id)
    packages = try store.packages(of: dossier.id)
  }
}
