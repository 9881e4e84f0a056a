import Synchronization

/// A yes or no that threads share.
final class Flag: Sendable {
  private let state: Mutex<Bool>

  init(_ value: Bool) {
    state = Mutex(value)
  }

  var value: Bool {
    get { state.withLock { $0 } }
    set { state.withLock { $0 = newValue } }
  }
}
