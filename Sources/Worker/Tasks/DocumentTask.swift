import Dossiers
import Files
import Pipeline
import Stages
import Storage
import Workflow

/// A document's way through the document stages of its plan, from wherever an earlier run left it.
struct DocumentTask {
  private let recorder: TaskRecorder
  private let lane: LaneHost
  private let plan: Plan
  private let document: Document
  private var facts: Facts
  /// What the contained stages that ran have left.
  private var kept: [HandedDocument.KeptOutput] = []
  private var finishedIDs: Set<String> = []
  /// Whether some stage asked for a person.
  private var needsPerson = false
  private var isOpen = false

  private var room: WorkerRoom { recorder.room }

  init(recorder: TaskRecorder, lane: LaneHost, document: Document) throws {
    self.recorder = recorder
    self.lane = lane
    self.document = document
    plan = try recorder.room.plans.plan(recorder.task.plan)
    facts = .ofDocument(byteCount: document.byteCount)
    try resume()
  }

  /// Takes up what runs before the task's present stage have left.
  private mutating func resume() throws {
    let before = plan.stages(of: .document).prefix { $0.id != recorder.task.stage }.map(\.id)
    guard !before.isEmpty else { return }
    // The last conclusive run of each stage is the one that counts.
    var latest: [String: StageRun] = [:]
    for run in try room.store.runs(of: recorder.task.id) {
      if run.outcome == TaskRecorder.skipped || StageOutcome(rawValue: run.outcome).map(\.isConclusive) == true {
        latest[run.stage] = run
      }
    }
    for stage in before {
      guard let run = latest[stage] else { continue }
      if run.outcome != TaskRecorder.skipped, let planned = plan.stage(id: stage) { keep(run.output, of: planned) }
      facts.merge(Facts(json: run.facts))
      needsPerson = needsPerson || run.outcome == StageOutcome.review.rawValue
    }
    finishedIDs = Set(before)
    let open = try room.store.problems(of: document.dossier).filter {
      $0.document == document.id && $0.settledAt == nil && before.contains($0.stage)
    }
    needsPerson = needsPerson || Verdict(problems: open.map(\.problem)) != .accepted
  }

  mutating func run() throws {
    defer { letGo() }
    let cursor = PlanCursor(plan: plan, scope: .document)
    var step = cursor.next(finished: finishedIDs, facts: facts)
    // What is skipped before the first stage is recorded by itself, later skips with the stage before them.
    switch step {
    case .end(let skipped):
      guard !skipped.isEmpty else { return try endWithoutStages() }
      return try recorder.record(TaskRecorder.skipping(skipped, then: .documentEnds(ending)))
    case .run(let stage, _, let skipped):
      if !skipped.isEmpty {
        try recorder.record(TaskRecorder.skipping(skipped, then: .stage(stage.id)))
        finishedIDs.formUnion(skipped.map(\.id))
      }
    }
    while case .run(let stage, let pages, _) = step {
      let startedAt = WorkerRoom.now()
      let done: StageDone
      do {
        done = try perform(stage, pages: pages)
      } catch {
        room.metrics.met(error)
        return try recorder.give(up: stage, since: startedAt, because: StageTrouble(error))
      }
      guard let next = try conclude(stage, done, since: startedAt, cursor) else { return }
      step = next
    }
  }

  /// Records a stage's result with the stages skipped after it. nil when the task's work is over.
  private mutating func conclude(
    _ stage: PlannedStage, _ done: StageDone, since startedAt: Timestamp, _ cursor: PlanCursor
  ) throws -> PlanCursor.Step? {
    let result = done.result
    switch result.outcome {
    case .retry, .fault:
      let allowed = result.outcome == .retry ? Backoff.retriesAllowed : Backoff.faultsAllowed
      try recorder.again(
        stage, since: startedAt, outcome: result.outcome, error: result.detail ?? "no detail", allowed: allowed)
      return nil
    case .done, .review, .rejected: break
    }
    finishedIDs.insert(stage.id)
    keep(done.output, of: stage)
    facts.merge(result.facts)
    let verdict = Verdict(problems: result.problems)
    let isRejected = result.outcome == .rejected || verdict == .rejected
    let outcome: StageOutcome = isRejected ? .rejected : verdict == .review ? .review : result.outcome
    needsPerson = needsPerson || outcome == .review
    var record = StageRecord(
      stage: stage.id, uses: stage.uses, startedAt: startedAt, endedAt: WorkerRoom.now(), outcome: outcome.rawValue,
      next: .documentEnds(.rejected))
    record.output = done.output
    record.facts = result.facts.json
    record.detail = result.detail
    record.peakMemoryBytes = done.peakMemoryBytes
    record.cpuMilliseconds = done.cpuMilliseconds
    record.problems = result.problems
    record.parts = result.parts
    record.confidenceThreshold = plan.reviewBelow
    record.mediaType = result.facts.document["mediaType"]?.string
    record.pageCount = result.facts.document["pages"]?.integer.flatMap { Int(exactly: $0) }
    if isRejected {
      try recorder.record([record])
      room.metrics.finishedDocument(byteCount: document.byteCount)
      return nil
    }
    let step = cursor.next(finished: finishedIDs, facts: facts)
    let skipped: [PlannedStage]
    let last: StageRecord.Next
    switch step {
    case .end(let skipping): (skipped, last) = (skipping, .documentEnds(ending))
    case .run(let next, _, let skipping): (skipped, last) = (skipping, .stage(next.id))
    }
    record.next = skipped.first.map { .stage($0.id) } ?? last
    try recorder.record([record] + TaskRecorder.skipping(skipped, then: last))
    if case .end = step { room.metrics.finishedDocument(byteCount: document.byteCount) }
    finishedIDs.formUnion(skipped.map(\.id))
    return step
  }

  private var ending: Document.State { needsPerson ? .review : .accepted }

  /// A plan without document stages: there is nothing to do but to say so.
  private func endWithoutStages() throws {
    let now = WorkerRoom.now()
    try recorder.record([
      StageRecord(
        stage: "none", uses: "none", startedAt: now, endedAt: now, outcome: TaskRecorder.skipped,
        next: .documentEnds(ending))
    ])
  }

  /// What a stage made, ready for the record.
  private struct StageDone {
    var result: StageResult
    /// As the record keeps it.
    var output: JSONValue
    var peakMemoryBytes: Int64?
    var cpuMilliseconds: Int64?
  }

  private mutating func perform(_ stage: PlannedStage, pages: [Int]) throws -> StageDone {
    switch stage.sort {
    case .contained: try contained(stage, pages: pages)
    case .brokered, .transactional: try brokered(stage, pages: pages)
    }
  }

  private mutating func contained(_ stage: PlannedStage, pages: [Int]) throws -> StageDone {
    let host = try lane.host(for: recorder.lease.token)
    let limits = StageHost.Limits(stage, pages: pages.count)
    if !isOpen {
      try handed.open(in: host, from: room.files, stage: stage, limits: limits)
      isOpen = true
    }
    if isWorthSharing(stage, pages) { return try shared(stage, pages: pages, with: host) }
    let makesFile = stage.uses == StageDeclaration.normalise.name
    let product = makesFile ? try StageProduct(in: room.scratch, of: recorder.lease.token) : nil
    let (result, said, usage) = try host.run(
      HostRun(stage: stage.id, uses: stage.uses, settings: stage.settings, pages: pages),
      product: product?.file.raw, limits: limits)
    return try done(result, output: try product?.kept(said, in: room.files) ?? said, usage)
  }

  /// The document for a host that is to go on from here.
  private var handed: HandedDocument {
    HandedDocument(name: document.name, sha256: document.sha256, earlier: kept)
  }

  private mutating func keep(_ output: JSONValue, of stage: PlannedStage) {
    if stage.sort == .contained { kept.append(.init(stage: stage, output: output)) }
  }

  /// Stages that may run a number of times at once count tasks, not hosts: their pages stay together.
  private func isWorthSharing(_ stage: PlannedStage, _ pages: [Int]) -> Bool {
    room.configuration.jobs > 1 && pages.count >= PageShare.fewestPages && stage.limits.atOnce == nil
      && StageCatalogue.builtIn.contains { $0.name == stage.uses && $0.pagesAreIndependent }
  }

  /// Runs a stage page by page, with whatever lane has nothing else to do.
  private func shared(_ stage: PlannedStage, pages: [Int], with host: StageHost) throws -> StageDone {
    let share = PageShare(stage: stage, pages: pages, token: recorder.lease.token, document: handed)
    room.board.change { $0.shares.append(share) }
    defer {
      share.end()
      room.board.change { $0.shares.removeAll { $0 === share } }
    }
    repeat {
      while let page = try share.takePage() {
        share.finish(page, try host.run(share, page: page))
        for output in share.takeUnlearned() { try host.learn(output, of: stage, limits: share.limitsLeft) }
      }
    } while try !share.waitForHelpers()
    for output in share.takeUnlearned() { try host.learn(output, of: stage, limits: share.limitsLeft) }
    let output = try host.gather(
      HostRun(stage: stage.id, uses: stage.uses, settings: stage.settings, pages: pages), limits: share.limitsLeft)
    let (result, usage) = share.total()
    return try done(result, output: output, usage)
  }

  private func done(_ result: StageResult, output: [UInt8], _ usage: StageHost.Usage) throws -> StageDone {
    StageDone(
      result: result, output: try RecordedOutput.keeping(output, in: room.files),
      peakMemoryBytes: usage.peakMemoryBytes, cpuMilliseconds: usage.cpuMilliseconds)
  }

  private func brokered(_ stage: PlannedStage, pages: [Int]) throws -> StageDone {
    if stage.uses == StageDeclaration.scanVirus.name {
      let (room, token) = (room, recorder.lease.token)
      let result = try VirusScan(stage).result(on: try room.files.open(document.sha256)) { room.isLost(token) }
      return StageDone(result: result, output: result.output)
    }
    guard stage.uses == ExecStage.name else {
      throw HostComplaint(code: "unknown-stage", message: "this program has no stage \(stage.uses)")
    }
    let parts = try room.store.parts(of: document.id)
    let run = try ProgramRun(
      ExecStage(stage), room: room, lease: recorder.lease, document: document, facts: facts, parts: parts,
      pages: pages.count)
    var result = try run.result()
    let output = try RecordedOutput.keeping(Array(result.output.canonical.utf8), in: room.files)
    result.output = .null
    return StageDone(
      result: result, output: output, peakMemoryBytes: run.peakMemoryBytes, cpuMilliseconds: run.cpuMilliseconds)
  }

  private func letGo() {
    if isOpen { lane.letGoOfDocument() }
  }
}

extension StageOutcome {
  /// True where the stage came to an end.
  fileprivate var isConclusive: Bool {
    switch self {
    case .done, .rejected, .review: true
    case .retry, .fault: false
    }
  }
}
