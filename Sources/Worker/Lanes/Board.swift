import Workflow

/// What the worker's threads tell each other: who holds which lease, and when to stop.
struct Board: Sendable {
  /// Where a run of the worker stands.
  enum Phase: Sendable, Hashable {
    case working
    /// No new task is begun; the stages at work come to their end.
    case draining
    /// Everything is given up at once.
    case stopping
  }

  /// A lease that this worker believes to hold.
  struct Held: Sendable {
    let lease: Lease
    /// The child at work on it: a stage host or a program.
    var process: ChildProcess?
    /// Hosts of other lanes that work on its pages.
    var helpers: [ChildProcess] = []
    /// Taken over by someone else, cancelled, or given up: its work is to end and nothing more to be recorded.
    var isLost = false
  }

  var phase = Phase.working
  /// Claimed, not begun.
  var waiting: [Lease] = []
  var held: [LeaseToken: Held] = [:]
  var idleLanes = 0
  /// Stages whose pages any lane may take.
  var shares: [PageShare] = []
  /// Renewals have failed for so long that leases may have run out: nothing is claimed until the store answers.
  var isCutOff = false
  /// When leases were last known to be ours, in milliseconds since boot.
  var renewedAt: Int64 = 0

  /// How many more leases there is use for. None is taken in advance: were this worker killed, tasks that it never
  /// began would be charged with a crash and wait for its leases to run out.
  var demand: Int {
    phase == .working && !isCutOff ? max(0, idleLanes - waiting.count) : 0
  }

  /// The next lease for a lane.
  mutating func take() -> Lease? {
    guard phase == .working else { return nil }
    return waiting.isEmpty ? nil : waiting.removeFirst()
  }

  /// A page for a lane for which there is no lease.
  mutating func takePage() -> (share: PageShare, page: Int)? {
    guard phase == .working else { return nil }
    for share in shares {
      if let page = share.takePageToHelp() { return (share, page) }
    }
    return nil
  }

  /// Ends the work on a lease that is not ours any more.
  mutating func lose(_ token: LeaseToken) {
    guard held[token]?.isLost == false else { return }
    held[token]?.isLost = true
    held[token]?.process?.stop(.unwanted)
    for helper in held[token]?.helpers ?? [] { helper.stop(.unwanted) }
    if let index = waiting.firstIndex(where: { $0.token == token }) {
      waiting.remove(at: index)
      held[token] = nil
    }
  }
}
