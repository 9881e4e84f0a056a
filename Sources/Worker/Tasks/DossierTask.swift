import Dossiers
import FoundationEssentials
import Pipeline
import Stages
import Workflow

/// A dossier's way through the dossier stages of its plan, once its documents are through.
struct DossierTask {
  private let recorder: TaskRecorder
  private let lane: LaneHost
  private let plan: Plan
  private let dossier: DossierID
  private var facts: Facts
  private var finished: Set<String>

  private var room: WorkerRoom { recorder.room }

  init(recorder: TaskRecorder, lane: LaneHost) throws {
    self.recorder = recorder
    self.lane = lane
    dossier = recorder.task.dossier
    plan = try recorder.room.plans.plan(recorder.task.plan)
    finished = Set(plan.stages(of: .dossier).prefix { $0.id != recorder.task.stage }.map(\.id))
    facts = Facts()
  }

  mutating func run() throws {
    guard let dossier = try room.store.dossier(dossier) else { throw TaskEnd.leaseLost }
    guard try passGate(dossier) else { return }
    facts = try initialFacts(dossier)
    let cursor = PlanCursor(plan: plan, scope: .dossier)
    while true {
      switch cursor.next(finished: finished, facts: facts) {
      case .end(let skipped):
        // A plan that ends without handing off leaves the dossier accepted.
        let records = TaskRecorder.skipping(skipped, then: .dossierEnds(.accepted))
        return try recorder.record(records.isEmpty ? [Self.nothing(.dossierEnds(.accepted))] : records)
      case .run(let stage, _, let skipped):
        if !skipped.isEmpty {
          try recorder.record(TaskRecorder.skipping(skipped, then: .stage(stage.id)))
          finished.formUnion(skipped.map(\.id))
        }
        guard try perform(stage) else { return }
        finished.insert(stage.id)
      }
    }
  }

  // MARK: The gate

  /// False when the dossier does not go on for now.
  private func passGate(_ dossier: Dossier) throws -> Bool {
    let documents = try room.store.documents(of: dossier.id)
    let counting = documents.filter { $0.state != .cancelled }
    let cancelled = Set(documents.map(\.id)).subtracting(counting.map(\.id))
    let open = try room.store.problems(of: dossier.id).filter { problem in
      problem.settledAt == nil && !(problem.document.map(cancelled.contains) ?? false)
    }
    // A better picture of the same paper settles what was wrong with an earlier one.
    let settlement = try PictureSettlement(
      of: dossier, documents: counting, open: open, required: procedure(of: dossier).documents, in: room.store)
    let problems = settlement.problems
    let accepted = settlement.accepted
    let states = documents.map { document -> DossierGate.DocumentState in
      if accepted.contains(document.id) { return .accepted }
      let isSettled = !problems.contains { $0.document == document.id && $0.problem.severity != .warning }
      // A person who accepted the dossier took the quarantined file as it is.
      if document.state == .quarantined, isSettled { return .accepted }
      return DossierGate.DocumentState(rawValue: document.state.rawValue) ?? .review
    }
    let now = WorkerRoom.now()
    let present = recorder.task.stage ?? plan.firstStage(of: .dossier)?.id ?? ""
    var record = Self.gate(now, outcome: .done, next: .dossierEnds(.rejected))
    record.superseded = settlement.superseded
    switch DossierGate.decide(states, problems: problems.map(\.problem)) {
    case .proceed:
      guard !settlement.superseded.isEmpty else { return true }
      record.next = .stage(present)
      try recorder.record([record])
      return true
    case .wait:
      // A document came in since: its own end will set this task going again, or this look does. What its stages have
      // yet to find may tell more of the pictures.
      record.superseded = []
      record.outcome = StageOutcome.retry.rawValue
      record.next = .again(runAt: now.adding(milliseconds: 2_000), error: "a document is still being worked on")
    case .review:
      record.outcome = StageOutcome.review.rawValue
      record.next = .review(resumeAt: present)
    case .rejected:
      record.outcome = StageOutcome.rejected.rawValue
      let rejecting = problems.filter { $0.problem.severity == .rejects }
      record.outbox = [("dossier.rejected", try Self.rejection(dossier, documents, rejecting))]
    }
    try recorder.record([record])
    return false
  }

  private func procedure(of dossier: Dossier) -> Procedure {
    room.office.procedures.procedure(code: dossier.procedure) ?? room.office.procedures.standard
  }

  private static func gate(_ now: Timestamp, outcome: StageOutcome, next: StageRecord.Next) -> StageRecord {
    StageRecord(stage: "gate", uses: "gate", startedAt: now, endedAt: now, outcome: outcome.rawValue, next: next)
  }

  private static func nothing(_ next: StageRecord.Next) -> StageRecord {
    let now = WorkerRoom.now()
    return StageRecord(
      stage: "none", uses: "none", startedAt: now, endedAt: now, outcome: TaskRecorder.skipped, next: next)
  }

  /// What whoever tells the sender needs: which file, what is wrong, what to do.
  private static func rejection(
    _ dossier: Dossier, _ documents: [Document], _ problems: [StoredProblem]
  ) throws -> JSONValue {
    let list: [JSONValue] = problems.map { stored in
      var entry: [String: JSONValue] = [
        "code": .string(stored.problem.code.rawValue),
        "message": ["vi": .string(stored.problem.message.vi), "en": .string(stored.problem.message.en)],
        "remedy": ["vi": .string(stored.problem.remedy.vi), "en": .string(stored.problem.remedy.en)],
      ]
      if let page = stored.problem.page { entry["page"] = .integer(Int64(page)) }
      if let document = documents.first(where: { $0.id == stored.document }) {
        entry["document"] = .integer(Int64(document.ordinal))
        entry["file"] = .string(document.name)
      }
      return .object(entry)
    }
    return ["dossier": .string(dossier.id.rawValue), "problems": .array(list)]
  }

  private func initialFacts(_ dossier: Dossier) throws -> Facts {
    let documents = try room.store.documents(of: dossier.id).filter { $0.state != .cancelled }
    let kinds = try documents.flatMap { try room.store.parts(of: $0.id).map(\.kind) }
    return .ofDossier(
      channel: dossier.channel, procedure: dossier.procedure, documents: documents.count, kinds: kinds)
  }

  // MARK: Stages

  /// False when the task's work is over, well or not.
  private func perform(_ planned: PlannedStage) throws -> Bool {
    let startedAt = WorkerRoom.now()
    let end: DossierStageEnd
    do {
      guard let stage = DossierStageTable.make(uses: planned.uses) else {
        throw HostComplaint(code: "unknown-stage", message: "this program has no stage \(planned.uses)")
      }
      // Read afresh for each stage: the one before may have given it a code.
      guard let dossier = try room.store.dossier(dossier) else { throw TaskEnd.leaseLost }
      end = try stage.run(context(planned, dossier, now: startedAt))
    } catch {
      room.metrics.met(error)
      try recorder.give(up: planned, since: startedAt, because: StageTrouble(error))
      return false
    }
    switch end.outcome {
    case .retry, .fault:
      let allowed = end.outcome == .retry ? Backoff.retriesAllowed : Backoff.faultsAllowed
      try recorder.again(
        planned, since: startedAt, outcome: end.outcome, error: "the stage asked for it", allowed: allowed)
      return false
    case .done, .review, .rejected: break
    }
    try conclude(planned, end, since: startedAt)
    return end.outcome == .done && end.endsDossier == nil
  }

  private func conclude(_ planned: PlannedStage, _ end: DossierStageEnd, since startedAt: Timestamp) throws {
    let following = PlanCursor(plan: plan, scope: .dossier).next(
      finished: finished.union([planned.id]), facts: facts)
    var skipped: [PlannedStage] = []
    let next: StageRecord.Next
    switch (end.outcome, end.endsDossier, following) {
    case (.rejected, _, _): next = .dossierEnds(.rejected)
    case (_, let state?, _): next = .dossierEnds(state)
    case (.review, _, .run(let stage, _, _)): next = .review(resumeAt: stage.id)
    case (.review, _, .end): next = .review(resumeAt: planned.id)
    case (_, _, .run(let stage, _, let skipping)):
      skipped = skipping
      next = .stage(stage.id)
    case (_, _, .end(let skipping)):
      skipped = skipping
      next = .dossierEnds(.accepted)
    }
    var record = StageRecord(
      stage: planned.id, uses: planned.uses, startedAt: startedAt, endedAt: WorkerRoom.now(),
      outcome: end.outcome.rawValue, next: skipped.first.map { .stage($0.id) } ?? next)
    record.output = end.output
    record.problems = end.problems
    record.receiptPrinted = end.receiptPrinted
    record.package = end.package
    record.outbox = end.outbox
    try recorder.record([record] + TaskRecorder.skipping(skipped, then: next))
  }

  private func context(_ stage: PlannedStage, _ dossier: Dossier, now: Timestamp) -> DossierStageContext {
    let validator = ValidatorRun(room: room, token: recorder.lease.token, limits: stage.limits)
    let printer = Printer(lane: lane, token: recorder.lease.token, stage: stage)
    return DossierStageContext(
      store: room.store, files: room.files, procedures: room.office.procedures, calendar: room.office.calendar,
      packagesFolder: room.configuration.home.packages, scratchFolder: room.scratch, program: room.program, now: now,
      plan: plan, stage: stage, token: recorder.lease.token, dossier: dossier, print: { try printer.print($0) },
      validate: { try validator.answer($0, $1, on: $2) })
  }
}

/// Typesets in the lane's stage host.
///
/// @unchecked Sendable: a stage prints within its `run`, on the lane's own thread; nothing is shared.
private final class Printer: @unchecked Sendable {
  private let lane: LaneHost
  private let token: LeaseToken
  private let stage: PlannedStage

  init(lane: LaneHost, token: LeaseToken, stage: PlannedStage) {
    self.lane = lane
    self.token = token
    self.stage = stage
  }

  func print(_ form: ReceiptForm) throws -> PrintedReceipt {
    let host = try lane.host(for: token)
    let json = Array(try JSONEncoder().encode(form))
    let printed = try host.printReceipt(
      json, stage: stage.id, limits: StageHost.Limits(stage, pages: 0))
    return PrintedReceipt(pdf: printed.pdf, png: printed.png)
  }
}
