import CPosix
import Dossiers
import Pipeline
import Stages
import Workflow

/// A stage's pages, worked on one by one by the host of the task's own lane and by those of lanes without a task.
///
/// The stage's limits hold for all pages together, as if one host did them: what is left of them is each page's.
final class PageShare: Sendable {
  /// What a host made of one page.
  struct Made: Sendable {
    let result: StageResult
    let output: [UInt8]
    let usage: StageHost.Usage
  }

  fileprivate struct State {
    /// Not begun, in order.
    var waiting: ArraySlice<Int>
    /// Begun by helpers.
    var underWay = 0
    /// By page, without the outputs: the task's own host has those.
    var made: [Int: (result: StageResult, usage: StageHost.Usage)] = [:]
    /// Made by helpers, not yet told to the task's own host.
    var unlearned: [[UInt8]] = []
    var failure: HostFailure?
    var isOpenToHelpers = true
    var cpuMilliseconds: Int64 = 0

    var needsHelp: Bool { isOpenToHelpers && failure == nil && !waiting.isEmpty }
  }

  let stage: PlannedStage
  let token: LeaseToken
  let document: HandedDocument
  private let limits: StageHost.Limits
  private let beganAt = hoso_boot_milliseconds()
  private let state: Monitor<State>

  /// Fewer pages than this are not worth a second opening of the file.
  static let fewestPages = 4

  init(stage: PlannedStage, pages: [Int], token: LeaseToken, document: HandedDocument) {
    self.stage = stage
    self.token = token
    self.document = document
    limits = StageHost.Limits(stage, pages: pages.count)
    state = Monitor(State(waiting: pages[...]))
  }

  /// What one page may use up: all that is left.
  var limitsLeft: StageHost.Limits {
    var left = limits
    left.milliseconds = max(1, limits.milliseconds - (hoso_boot_milliseconds() - beganAt))
    left.cpuMilliseconds = max(1, limits.cpuMilliseconds - state.read(\.cpuMilliseconds))
    return left
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

  func finish(_ page: Int, _ made: Made) {
    state.change { $0.finish(page, made) }
  }

  /// What helpers made since it was asked last.
  func takeUnlearned() -> [[UInt8]] {
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

  /// All pages' results as one, without output, and what the hosts took together.
  func total() -> (result: StageResult, usage: StageHost.Usage) {
    let made = state.read(\.made).sorted { $0.key < $1.key }.map(\.value)
    var result = StageResult()
    for one in made { result.add(one.result) }
    return (
      result,
      StageHost.Usage(
        cpuMilliseconds: made.reduce(0) { $0 + $1.usage.cpuMilliseconds },
        peakMemoryBytes: made.map(\.usage.peakMemoryBytes).max() ?? 0)
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

  func finishHelp(_ page: Int, _ made: Made) {
    state.change { state in
      state.underWay -= 1
      state.finish(page, made)
      state.unlearned.append(made.output)
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
  fileprivate mutating func finish(_ page: Int, _ made: PageShare.Made) {
    self.made[page] = (made.result, made.usage)
    cpuMilliseconds += made.usage.cpuMilliseconds
  }
}

extension StageResult {
  /// Adds what the same stage made of another page.
  fileprivate mutating func add(_ other: StageResult) {
    if other.outcome.weight > outcome.weight { outcome = other.outcome }
    // A problem of the whole file, found on each page, is one.
    problems += other.problems.filter { !problems.contains($0) }
    parts += other.parts
    facts.merge(other.facts)
    detail = detail ?? other.detail
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
