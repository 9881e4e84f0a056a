import Synchronization
public import Workflow

/// How many dossiers of a batch are through.
///
/// Dossiers end in about the order in which they came: a look asks the store for a few of them, not for all.
public final class BatchProgress: Sendable {
  private struct State {
    /// Those before are through.
    var first = 0
    /// Behind `first`, and through already.
    var ahead: Set<Int> = []
  }

  /// How far behind the first open dossier a look goes.
  private static let window = 64

  private let dossiers: [DossierID]
  private let store: any WorkflowStore
  private let state = Mutex(State())

  public init(_ dossiers: [DossierID], store: any WorkflowStore) {
    self.dossiers = dossiers
    self.store = store
  }

  public func done() throws(StoreError) -> Int {
    var present = state.withLock { $0 }
    var index = present.first
    while index < min(dossiers.count, present.first + Self.window) {
      defer { index += 1 }
      guard !present.ahead.contains(index), try isThrough(dossiers[index]) else { continue }
      present.ahead.insert(index)
      while present.ahead.remove(present.first) != nil { present.first += 1 }
    }
    let now = present
    return state.withLock { state in
      state = now
      return now.first + now.ahead.count
    }
  }

  private func isThrough(_ id: DossierID) throws(StoreError) -> Bool {
    let state = try store.dossier(id)?.state
    return state != .received && state != .accepted
  }
}
