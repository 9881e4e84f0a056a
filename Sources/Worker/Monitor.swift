import Glibc

/// State behind a lock, with waiting for it to become what one needs.
///
/// @unchecked Sendable: the state is only touched under the lock, and the two pointers never change.
final class Monitor<State>: @unchecked Sendable {
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let condition: UnsafeMutablePointer<pthread_cond_t>
  private var state: State

  init(_ state: sending State) {
    self.state = state
    mutex = .allocate(capacity: 1)
    condition = .allocate(capacity: 1)
    pthread_mutex_init(mutex, nil)
    let attributes = UnsafeMutablePointer<pthread_condattr_t>.allocate(capacity: 1)
    defer { attributes.deallocate() }
    pthread_condattr_init(attributes)
    pthread_condattr_setclock(attributes, CLOCK_MONOTONIC)
    pthread_cond_init(condition, attributes)
    pthread_condattr_destroy(attributes)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  /// Changes the state and wakes everyone who waits for a change.
  func change<Value>(_ body: (inout State) throws -> Value) rethrows -> Value {
    pthread_mutex_lock(mutex)
    defer {
      pthread_cond_broadcast(condition)
      pthread_mutex_unlock(mutex)
    }
    return try body(&state)
  }

  /// Looks without waking anyone.
  func read<Value>(_ body: (State) throws -> Value) rethrows -> Value {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return try body(state)
  }

  /// Waits until `ready` yields something, which it may take out of the state; nil when the time is over before.
  func wait<Value>(milliseconds: Int64? = nil, until ready: (inout State) -> Value?) -> Value? {
    var deadline = timespec()
    if let milliseconds {
      clock_gettime(CLOCK_MONOTONIC, &deadline)
      let nanoseconds = Int64(deadline.tv_nsec) + milliseconds % 1000 * 1_000_000
      deadline.tv_sec += Int(milliseconds / 1000 + nanoseconds / 1_000_000_000)
      deadline.tv_nsec = Int(nanoseconds % 1_000_000_000)
    }
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while true {
      if let value = ready(&state) {
        // What was taken may be what others wait to see gone.
        pthread_cond_broadcast(condition)
        return value
      }
      let code =
        milliseconds == nil
        ? pthread_cond_wait(condition, mutex) : pthread_cond_timedwait(condition, mutex, &deadline)
      if code == ETIMEDOUT { return ready(&state) }
    }
  }
}
