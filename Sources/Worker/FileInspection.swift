import CPosix
import Dossiers
import Files
import Pipeline
import Stages

/// One file's way through a plan's contained stages, without a store.
struct FileInspection {
  let plan: Plan
  let path: String
  private(set) var problems: [Problem] = []
  private(set) var parts: [Part] = []
  private(set) var steps: [Inspector.Step] = []
  private(set) var hostDied = false
  private(set) var wasKilledFromOutside = false

  private var facts = Facts()
  private var finished: Set<String> = []
  private var isOpen = false

  init(plan: Plan, path: String) {
    self.plan = plan
    self.path = path
  }

  mutating func run(_ pool: HostPool, _ host: inout StageHost?, isLast: Bool) throws(WorkerError) {
    try runStages(pool, &host)
    letGo(&host)
    if wasKilledFromOutside, isLast { problems.append(.failed(stage: steps.last?.stage.id ?? "")) }
  }

  /// Runs the stages, then has pages drawn with a frame around each field read on them: `page`, or without one every
  /// page on which something was read, or the first where nothing was.
  mutating func annotate(
    page: Int?, _ pool: HostPool, _ host: inout StageHost?, each: (Int, [UInt8]) throws(WorkerError) -> Void
  ) throws(WorkerError) {
    try runStages(pool, &host)
    defer { letGo(&host) }
    guard let host, !host.isDead, isOpen else {
      let reason = problems.first?.message.en ?? "it was not opened"
      throw WorkerError(.cannotAnnotate, "the file cannot be drawn: \(reason)")
    }
    let fields = parts.flatMap(\.fields.values).filter { $0.box != nil }
    let told = Set(fields.map(\.page)).sorted()
    for page in page.map({ [$0] }) ?? (told.isEmpty ? [1] : told) {
      let png: [UInt8]
      do {
        png = try host.annotate(
          page: page, boxes: fields.filter { $0.page == page }.compactMap(\.box),
          limits: StageHost.Limits(milliseconds: 60_000, memoryBytes: 2 << 30, cpuMilliseconds: 60_000))
      } catch {
        throw WorkerError(.cannotAnnotate, "page \(page) cannot be drawn: \(error.sentence)")
      }
      try each(page, png)
    }
  }

  private mutating func runStages(_ pool: HostPool, _ host: inout StageHost?) throws(WorkerError) {
    let file: OwnedDescriptor
    do {
      file = try OwnedDescriptor.reading(typed: path)
      guard try file.status().kind == .file else {
        problems.append(.unreadable(path))
        return
      }
    } catch {
      problems.append(.unreadable(path))
      return
    }
    facts = .ofDocument(byteCount: (try? file.status().byteCount) ?? 0)
    let cursor = PlanCursor(plan: plan, scope: .document)
    loop: while true {
      switch cursor.next(finished: finished, facts: facts) {
      case .end(let skipped):
        skip(skipped)
        break loop
      case .run(let stage, let pages, let skipped):
        skip(skipped)
        // An archive copy tells nothing about the file.
        if stage.uses == StageDeclaration.scanVirus.name {
          guard scan(stage, file) else { break loop }
          continue
        }
        guard stage.sort == .contained, stage.uses != StageDeclaration.normalise.name else {
          skip([stage])
          continue
        }
        let present: StageHost
        if let host, !host.isDead { present = host } else { present = try pool.start() }
        host = present
        guard run(stage, pages: pages, in: present, file) else { break loop }
      }
    }
  }

  /// Asks clamd, as a worker would. False when there is no going on.
  private mutating func scan(_ stage: PlannedStage, _ file: OwnedDescriptor) -> Bool {
    let began = hoso_boot_milliseconds()
    let result: StageResult
    do {
      result = try VirusScan(stage).result(on: file) { false }
    } catch {
      result = StageResult(outcome: .retry, detail: "\(error)")
    }
    note(stage, [], result, nil, output: Array(result.output.canonical.utf8), since: began)
    finished.insert(stage.id)
    problems += result.problems
    if result.outcome == .retry || result.outcome == .fault { problems.append(.failed(stage: stage.id)) }
    return result.outcome == .done || result.outcome == .review
  }

  /// False when there is no going on.
  private mutating func run(_ stage: PlannedStage, pages: [Int], in host: StageHost, _ file: OwnedDescriptor) -> Bool {
    let began = hoso_boot_milliseconds()
    let limits = StageHost.Limits(stage, pages: pages.count)
    do {
      if !isOpen {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        try host.open(
          HostOpening(name: name), outputs: [], descriptor: file.raw, stage: stage.id, limits: limits)
        isOpen = true
      }
      let run = HostRun(stage: stage.id, uses: stage.uses, settings: stage.settings, pages: pages)
      let (result, output, usage) = try host.run(run, limits: limits)
      note(stage, pages, result, usage, output: output, since: began)
      problems += result.problems
      parts += result.parts
      facts.merge(result.facts)
      finished.insert(stage.id)
      switch result.outcome {
      case .rejected: return false
      case .retry, .fault:
        problems.append(.failed(stage: stage.id))
        return false
      case .done, .review:
        return Verdict(problems: result.problems) != .rejected
      }
    } catch {
      note(stage, pages, nil, nil, since: began, failure: error)
      switch error {
      case .died(let death):
        hostDied = true
        wasKilledFromOutside = !death.isStrike
        if death.isStrike { problems.append(.of(death)) }
      case .complained, .stopped:
        problems.append(.failed(stage: stage.id))
      }
      return false
    }
  }

  private mutating func skip(_ stages: [PlannedStage]) {
    for stage in stages {
      finished.insert(stage.id)
      note(stage, [], nil, nil, since: hoso_boot_milliseconds())
    }
  }

  private mutating func note(
    _ stage: PlannedStage, _ pages: [Int], _ result: StageResult?, _ usage: StageHost.Usage?,
    output: [UInt8] = [], since began: Int64, failure: HostFailure? = nil
  ) {
    steps.append(
      Inspector.Step(
        stage: stage, pages: pages, result: result, outputJSON: output, milliseconds: hoso_boot_milliseconds() - began,
        cpuMilliseconds: usage?.cpuMilliseconds ?? 0, peakMemoryBytes: usage?.peakMemoryBytes ?? 0,
        failure: failure.map(\.sentence)))
  }

  private func letGo(_ host: inout StageHost?) {
    guard let present = host else { return }
    if isOpen, !present.isDead {
      do {
        try present.close()
      } catch {
        // It is dead now, and the next file gets a fresh one.
        present.end()
      }
    }
    if present.isDead || present.isWorn(documents: 500) {
      present.end()
      host = nil
    }
  }
}

extension Problem {
  /// A file that could not even be opened, on the machine of whoever asks.
  fileprivate static func unreadable(_ path: String) -> Problem {
    Problem(
      code: ProblemCode("file.unreadable"), severity: .rejects,
      message: BilingualText(vi: "Không mở được tệp.", en: "The file cannot be opened."),
      remedy: BilingualText(
        vi: "Kiểm tra đường dẫn và quyền đọc tệp.", en: "Check the path, and that the file may be read."))
  }
}
