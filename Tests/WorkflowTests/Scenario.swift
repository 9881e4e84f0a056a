import Dossiers
import Testing
import Workflow

/// A fresh store with a plan of two document stages (`read`, `extract`) and two dossier stages (`check`, `hand-off`).
struct Scenario {
  let place: Backend.Place
  let clock = TestClock()
  let store: any WorkflowStore
  let plan = PlanID(rawValue: String(repeating: "ab", count: 32))
  let worker = WorkerID(rawValue: "worker-1")

  init(_ backend: Backend) throws {
    place = try backend.place()
    store = try place.open(clock)
    _ = try store.apply(
      StoredPlan(id: plan, name: "test", canonicalJSON: "{}", appliedAt: clock.now().wall), by: "tester")
  }

  /// The same store as another process, or a later one, opens it.
  func reopened() throws -> any WorkflowStore { try place.open(clock) }

  func submission(
    files: Int = 1, key: String? = nil, priority: Int = 0, documentStages: Bool = true, dossierStages: Bool = true,
    supplements: DossierID? = nil
  ) -> NewSubmission {
    NewSubmission(
      idempotencyKey: key, channel: "cli", sender: "Trần Thị Mẫu", procedure: "1.001", plan: plan,
      firstDocumentStage: documentStages ? "read" : nil, firstDossierStage: dossierStages ? "check" : nil,
      priority: priority,
      files: (0..<files).map { .init(name: "tệp \($0 + 1).jpg", sha256: Self.digest($0), byteCount: 1000) },
      supplements: supplements)
  }

  @discardableResult
  func submit(
    files: Int = 1, key: String? = nil, priority: Int = 0, documentStages: Bool = true, dossierStages: Bool = true,
    supplements: DossierID? = nil
  ) throws -> SubmissionAnswer {
    try store.submit(
      submission(
        files: files, key: key, priority: priority, documentStages: documentStages, dossierStages: dossierStages,
        supplements: supplements))
  }

  func claim(_ limit: Int = 1, by worker: WorkerID? = nil, leaseMilliseconds: Int64 = 20_000) throws -> [Lease] {
    try store.claim(
      ClaimRequest(worker: worker ?? self.worker, limit: limit, leaseMilliseconds: leaseMilliseconds))
  }

  func claimOne(by worker: WorkerID? = nil) throws -> Lease {
    try #require(try claim(1, by: worker).first)
  }

  func result(_ lease: Lease, outcome: String = "done", _ next: StageRecord.Next) -> StageRecord {
    StageRecord(
      stage: lease.task.stage ?? "?", uses: "no-op", startedAt: clock.now().wall, endedAt: clock.now().wall,
      outcome: outcome, next: next)
  }

  @discardableResult
  func record(_ lease: Lease, outcome: String = "done", _ next: StageRecord.Next) throws -> RecordAnswer {
    try store.record(result(lease, outcome: outcome, next), under: lease.token)
  }

  /// Ends every document task that is ready, and returns the dossier task, claimed.
  func throughDocuments(_ state: Document.State = .accepted) throws -> Lease {
    while true {
      let lease = try claimOne()
      if lease.task.kind == .dossier { return lease }
      try record(lease, .documentEnds(state))
    }
  }

  func dossier(_ id: DossierID) throws -> Dossier { try #require(try store.dossier(id)) }
  func task(_ id: TaskID) throws -> QueuedTask { try #require(try store.task(id)) }

  func dossierTask(_ id: DossierID) throws -> QueuedTask {
    try #require(try store.tasks(states: nil, limit: 1000).first { $0.dossier == id && $0.kind == .dossier })
  }

  func eventTypes(_ id: DossierID) throws -> [String] { try store.events(of: id).map(\.type) }

  func openProblems(_ id: DossierID) throws -> [String] {
    try store.problems(of: id).filter { $0.settledAt == nil }.map(\.problem.code.rawValue)
  }

  static func digest(_ number: Int) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 64 - digits.count) + digits
  }
}

/// The code of the error that `body` throws.
func errorCode(_ body: () throws -> Void) -> StoreError.Code? {
  do {
    try body()
    return nil
  } catch {
    return (error as? StoreError)?.code
  }
}
