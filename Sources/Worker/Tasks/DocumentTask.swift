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
      let done: [StageDone]
      do {
        done = try perform(stage, pages: pages)
      } catch {
        room.metrics.met(error)
        return try recorder.give(up: stage, since: startedAt, because: StageTrouble(error))
      }
      guard let next = try conclude(done, cursor) else { return }
      step = next
    }
  }

  /// Records the results of stages that were made together, with the stages skipped after them, in one transaction. nil
  /// when the task's work is over.
  private mutating func conclude(_ done: [StageDone], _ cursor: PlanCursor) throws -> PlanCursor.Step? {
    var records: [StageRecord] = []
    for (index, one) in done.enumerated() {
      let outcome = one.result.outcome
      guard outcome != .retry, outcome != .fault else {
        if !records.isEmpty { try recorder.record(records) }
        let allowed = outcome == .retry ? Backoff.retriesAllowed : Backoff.faultsAllowed
        try recorder.again(
          one.stage, since: one.startedAt, outcome: outcome, error: one.result.detail ?? "no detail", allowed: allowed)
        return nil
      }
      var record = take(one)
      if case .documentEnds = record.next {
        try recorder.record(records + [record])
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
      records += [record] + TaskRecorder.skipping(skipped, then: last)
      finishedIDs.formUnion(skipped.map(\.id))
      if case .run(let next, let pages, _) = step, done.indices.contains(index + 1),
        done[index + 1].stage.id == next.id, done[index + 1].pages == pages
      {
        continue
      }
      try recorder.record(records)
      if case .end = step { room.metrics.finishedDocument(byteCount: document.byteCount) }
      return step
    }
    return nil
  }

  /// Takes over what a stage found out; its record leads to the document's end where it is rejected, else still to
  /// nowhere.
  private mutating func take(_ done: StageDone) -> StageRecord {
    let (stage, result) = (done.stage, done.result)
    finishedIDs.insert(stage.id)
    keep(done.output, of: stage)
    facts.merge(result.facts)
    let verdict = Verdict(problems: result.problems)
    let isRejected = result.outcome == .rejected || verdict == .rejected
    let outcome: StageOutcome = isRejected ? .rejected : verdict == .review ? .review : result.outcome
    needsPerson = needsPerson || outcome == .review
    var record = StageRecord(
      stage: stage.id, uses: stage.uses, startedAt: done.startedAt, endedAt: done.endedAt, outcome: outcome.rawValue,
      next: isRejected ? .documentEnds(.rejected) : .stage(stage.id))
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
    return record
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

  private mutating func perform(_ stage: PlannedStage, pages: [Int]) throws -> [StageDone] {
    switch stage.sort {
    case .contained: try contained(stage, pages: pages)
    case .brokered, .transactional: [try brokered(stage, pages: pages)]
    }
  }

  private mutating func contained(_ stage: PlannedStage, pages: [Int]) throws -> [StageDone] {
    let host = try lane.host(for: recorder.lease.token)
    let limits = StageHost.Limits(stage, pages: pages.count)
    if !isOpen {
      try handed.open(in: host, from: room.files, stage: stage, limits: limits)
      isOpen = true
    }
    if pages.count >= PageShare.fewestPages, isShareable(stage) { return try shared(stage, pages: pages, with: host) }
    let startedAt = WorkerRoom.now()
    let makesFile = stage.uses == StageDeclaration.normalise.name
    let product = makesFile ? try StageProduct(in: room.scratch, of: recorder.lease.token) : nil
    let (result, said, usage) = try host.run(
      HostRun(stage: stage.id, uses: stage.uses, settings: stage.settings, pages: pages),
      product: product?.file.raw, limits: limits)
    let output = try product?.kept(said, in: room.files) ?? said
    return [
      StageDone(
        stage: stage, pages: pages, startedAt: startedAt, result: result,
        output: try RecordedOutput.keeping(output, in: room.files), usage)
    ]
  }

  /// The document for a host that is to go on from here.
  private var handed: HandedDocument {
    HandedDocument(name: document.name, sha256: document.sha256, earlier: kept)
  }

  private mutating func keep(_ output: JSONValue, of stage: PlannedStage) {
    if stage.sort == .contained { kept.append(.init(stage: stage, output: output)) }
  }

  /// Stages that may run a number of times at once count tasks, not hosts: their pages stay together.
  private func isShareable(_ stage: PlannedStage) -> Bool {
    stage.sort == .contained && stage.limits.atOnce == nil
      && StageCatalogue.builtIn.contains { $0.name == stage.uses && $0.pagesAreIndependent }
  }

  /// The stage with those straight after it that each page can go through at once.
  private func run(from stage: PlannedStage) throws -> [PlannedStage] {
    let following = plan.stages(of: .document).drop { $0.id != stage.id }.dropFirst().prefix(while: isShareable)
    guard !following.isEmpty else { return [stage] }
    // The store holds a task back at a paused stage; what was made beyond it would be lost.
    let paused = Set(try room.store.pausedStages())
    return [stage] + following.prefix { !paused.contains($0.id) }
  }

  /// Runs a stage page by page, and others that follow with it, with whatever lane has nothing else to do.
  private func shared(_ stage: PlannedStage, pages: [Int], with host: StageHost) throws -> [StageDone] {
    let share = PageShare(
      stages: try run(from: stage), pages: pages, facts: facts, token: recorder.lease.token, document: handed)
    room.board.change { $0.shares.append(share) }
    defer {
      share.end()
      room.board.change { $0.shares.removeAll { $0 === share } }
    }
    var startedAt = WorkerRoom.now()
    repeat {
      while let page = try share.takePage() {
        share.finish(try host.run(share, page: page))
        try host.learn(share.takeUnlearned(), of: share)
      }
    } while try !share.waitForHelpers()
    try host.learn(share.takeUnlearned(), of: share)
    return try share.stages.enumerated().compactMap { index, stage in
      let (result, pages, usage) = share.total(stage: index)
      guard !pages.isEmpty else { return nil }
      let output = try host.gather(
        HostRun(stage: stage.id, uses: stage.uses, settings: stage.settings, pages: pages),
        limits: share.limitsLeft(stage: index))
      // The stages took turns: told one after the other, each with the time that it took.
      let endedAt = startedAt.adding(milliseconds: share.milliseconds(stage: index))
      defer { startedAt = endedAt }
      return StageDone(
        stage: stage, pages: pages, startedAt: startedAt, endedAt: endedAt, result: result,
        output: try RecordedOutput.keeping(output, in: room.files), usage)
    }
  }

  private func brokered(_ stage: PlannedStage, pages: [Int]) throws -> StageDone {
    let startedAt = WorkerRoom.now()
    if stage.uses == StageDeclaration.scanVirus.name {
      let (room, token) = (room, recorder.lease.token)
      let result = try VirusScan(stage).result(on: try room.files.open(document.sha256)) { room.isLost(token) }
      return StageDone(stage: stage, pages: pages, startedAt: startedAt, result: result, output: result.output)
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
      stage: stage, pages: pages, startedAt: startedAt, result: result, output: output,
      peakMemoryBytes: run.peakMemoryBytes, cpuMilliseconds: run.cpuMilliseconds)
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
