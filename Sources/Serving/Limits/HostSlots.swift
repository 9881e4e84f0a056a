import Dispatch

/// How many stage hosts the service has at one time: each is a process that decodes what a stranger sent.
final class HostSlots: Sendable {
  private let all: DispatchSemaphore
  private let open: DispatchSemaphore
  private let patienceMilliseconds: Int

  /// Of `atOnce` one is kept for those who show a key, so that nobody else can hold them up.
  init(atOnce: Int, patienceMilliseconds: Int) {
    all = DispatchSemaphore(value: atOnce)
    open = DispatchSemaphore(value: min(atOnce, max(1, atOnce - 1)))
    self.patienceMilliseconds = patienceMilliseconds
  }

  /// For whoever shows a key. Throws `.busy` where none becomes free in time.
  func use<Value>(_ body: () throws -> Value) throws -> Value {
    try Self.hold(all, until: deadline, body)
  }

  /// For anybody. Throws `.busy` where none becomes free in time.
  func useOpenly<Value>(_ body: () throws -> Value) throws -> Value {
    let deadline = deadline
    return try Self.hold(open, until: deadline) { try Self.hold(all, until: deadline, body) }
  }

  private var deadline: DispatchTime { .now() + .milliseconds(patienceMilliseconds) }

  private static func hold<Value>(
    _ slots: DispatchSemaphore, until deadline: DispatchTime, _ body: () throws -> Value
  ) throws -> Value {
    guard slots.wait(timeout: deadline) == .success else { throw Refusal.busy }
    defer { slots.signal() }
    return try body()
  }
}
