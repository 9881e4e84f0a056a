import CPosix
import Dossiers
import Pipeline
import Stages
import Workflow

/// A document's pages, worked on one by one by the host of the task's own lane and by those of lanes without a task.
///
/// Each page goes through several stages in a row where their plan has them so: it is decoded once for all of them. A
/// stage's limits hold for all pages together, as if one host did them: what is left of them is each page's.
final class PageShare: Sendable {
  fileprivate struct State {
    /// Not begun, in order.
    var waiting: ArraySlice<Int>
    /// Begun by helpers.
    var underWay = 0
    /// By stage and page, without the outputs: the task's own host has those.
    var made: [[Int: MadePage]]
    /// Made by helpers, not yet told to the task's own host.
    var unlearned: [MadePage] = []
    var failure: HostFailure?
    var isOpenToHelpers = true
    var cpuMilliseconds: [Int64]
    var clocks: [SharedClock]

    var needsHelp: Bool { isOpenToHelpers && failure == nil && !waiting.isEmpty }
  }

  /// One at least.
  let stages: [PlannedStage]
  let token: LeaseToken
  let document: HandedDocument
  /// What is known beforehand.
  private let facts: Facts
  private let limits: [StageHost.Limits]
  private let state: Monitor<State>

  /// Fewer pages than this are not worth a second opening of the file.
  static let fewestPages = 4

  init(stages: [PlannedStage], pages: [Int], facts: Facts, token: LeaseToken, document: HandedDocument) {
    self.stages = stages
    self.facts = facts
    self.token = token
    self.document = document
    limits = stages.map { StageHost.Limits($0, pages: pages.count) }
    state = Monitor(
      State(
        waiting: pages[...], made: Array(repeating: [:], count: stages.count),
        cpuMilliseconds: Array(repeating: 0, count: stages.count),
        clocks: Array(repeating: SharedClock(), count: stages.count)))
  }

  /// What one page may use up in a stage: all that is left.
  func limitsLeft(stage: Int) -> StageHost.Limits {
    var left = limits[stage]
    let now = hoso_boot_milliseconds()
    let (spent, cpuSpent) = state.read { ($0.clocks[stage].milliseconds(at: now), $0.cpuMilliseconds[stage]) }
    left.milliseconds = max(1, left.milliseconds - spent)
    left.cpuMilliseconds = max(1, left.cpuMilliseconds - cpuSpent)
    return left
  }

  /// Whether a stage looks at a page of which more is known by now.
  func concerns(stage: Int, page: Int, _ found: [MadePage]) -> Bool {
    guard stage > 0, facts.pages.indices.contains(page - 1) else { return stage == 0 }
    var known = Facts(document: facts.document, pages: [facts.pages[page - 1]])
    for one in found { known.merge(Facts(document: one.result.facts.document, pages: [one.facts])) }
    return Condition.concerns(stages[stage].when, facts: known)
  }

  // MARK: Time

  func begin(stage: Int) {
    let now = hoso_boot_milliseconds()
    state.change { $0.clocks[stage].start(at: now) }
  }

  func end(stage: Int) {
    let now = hoso_boot_milliseconds()
    state.change { $0.clocks[stage].stop(at: now) }
  }

  /// How long hosts were at a stage.
  func milliseconds(stage: Int) -> Int64 {
    let now = hoso_boot_milliseconds()
    return state.read { $0.clocks[stage].milliseconds(at: now) }
  }

  // MARK: The task's own lane

  /// The next page for the task's own host; nil when none is left to begin. Throws what a helper's host died of.
  func takePage() throws(HostFailure) -> Int? {
    let (page, failure) = state.change { state in
      (state.failure == nil ? state.waiting.popFirst() : nil, state.failure)
    }
    if let failure { throw failure }
    return page
  }

  func finish(_ made: [MadePage]) {
    state.change { $0.finish(made) }
  }

  /// What helpers made since it was asked last.
  func takeUnlearned() -> [MadePage] {
    state.change { state in
      defer { state.unlearned = [] }
      return state.unlearned
    }
  }

  /// Waits until helpers have finished or given back what they began. True when all pages are made; false when some
  /// were given back.
  func waitForHelpers() throws(HostFailure) -> Bool {
    let failure = state.wait { state -> HostFailure?? in
      if let failure = state.failure { return .some(failure) }
      return state.underWay == 0 || !state.waiting.isEmpty ? .some(nil) : nil
    }
    if let failure = failure.flatMap(\.self) { throw failure }
    return state.read { $0.waiting.isEmpty && $0.underWay == 0 }
  }

  /// Nobody is to begin a page any more.
  func end() {
    state.change { state in
      state.waiting = []
      state.isOpenToHelpers = false
    }
  }

  /// All pages' results of a stage as one, without output, with the pages, and what the hosts took together.
  func total(stage: Int) -> (result: StageResult, pages: [Int], usage: StageHost.Usage) {
    let made = state.read { $0.made[stage] }.sorted { $0.key < $1.key }
    var result = StageResult()
    for (page, one) in made { result.add(one, of: page) }
    return (
      result, made.map(\.key),
      StageHost.Usage(
        cpuMilliseconds: made.reduce(0) { $0 + $1.value.usage.cpuMilliseconds },
        peakMemoryBytes: made.map(\.value.usage.peakMemoryBytes).max() ?? 0)
    )
  }

  // MARK: Helpers

  /// A page for a lane that has nothing else to do.
  func takePageToHelp() -> Int? {
    state.change { state in
      guard state.needsHelp, let page = state.waiting.popFirst() else { return nil }
      state.underWay += 1
      return page
    }
  }

  /// Whether there is a page left to help with.
  var needsHelp: Bool { state.read(\.needsHelp) }

  func finishHelp(_ made: [MadePage]) {
    state.change { state in
      state.underWay -= 1
      state.finish(made)
      state.unlearned += made
    }
  }

  /// The page was not made. A host that brought its end on itself ends the stage: the page would kill the next one
  /// too. Whatever else it was, the task's own host does the page.
  func giveBack(_ page: Int, because failure: HostFailure?) {
    state.change { state in
      state.underWay -= 1
      state.isOpenToHelpers = false
      if case .died(let death)? = failure, death.isStrike {
        state.failure = failure
      } else {
        state.waiting.insert(page, at: state.waiting.startIndex)
      }
    }
  }
}

extension PageShare.State {
  fileprivate mutating func finish(_ made: [MadePage]) {
    for one in made {
      self.made[one.stage][one.page] = one.withoutOutput
      cpuMilliseconds[one.stage] += one.usage.cpuMilliseconds
    }
  }
}

extension StageResult {
  /// Adds what the same stage made of another page.
  fileprivate mutating func add(_ other: MadePage, of page: Int) {
    let result = other.result
    if result.outcome.weight > outcome.weight { outcome = result.outcome }
    // A problem of the whole file, found on each page, is one.
    problems += result.problems.filter { !problems.contains($0) }
    parts += result.parts
    facts.document.merge(result.facts.document) { $1 }
    while facts.pages.count < page { facts.pages.append([:]) }
    facts.pages[page - 1].merge(other.facts) { $1 }
    detail = detail ?? result.detail
  }
}

extension StageOutcome {
  /// The worst decides.
  fileprivate var weight: Int {
    switch self {
    case .done: 0
    case .review: 1
    case .rejected: 2
    case .retry: 3
    case .fault: 4
    }
  }
}
