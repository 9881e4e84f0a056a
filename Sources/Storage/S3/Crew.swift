import CPosix
import Dispatch
import Synchronization

/// A few threads of our own for transfers, which wait on a server most of the time. (Dispatch's shared threads run
/// out where others block too.)
enum Crew {
  private static let stackBytes = 1 << 20

  /// The results of `body` for 0 ..< count, in that order, so many at a time. The first error keeps the rest from
  /// beginning, and is thrown once all that began have ended.
  static func map<Value: Sendable>(
    _ count: Int, atOnce: Int, _ body: @escaping @Sendable (Int) throws(StorageError) -> Value
  ) throws(StorageError) -> [Value] {
    let work = Work(count: count, body)
    for _ in 1..<max(1, min(atOnce, count)) { Member(work.run).start() }
    work.run()
    return try work.values()
  }

  /// What one thread does; handed over to it as it starts.
  private final class Member: Sendable {
    private let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) { self.run = run }

    /// A thread that cannot be had is one fewer: the caller's own does the work then.
    func start() {
      let context = Unmanaged.passRetained(self)
      let code = hoso_start_thread(
        Crew.stackBytes,
        { context in
          guard let context else { return }
          Unmanaged<Member>.fromOpaque(context).takeRetainedValue().run()
        }, context.toOpaque())
      if code != 0 { context.release() }
    }
  }

  private final class Work<Value: Sendable>: Sendable {
    private struct State {
      var next = 0
      var underWay = 0
      var values: [Int: Value] = [:]
      var error: StorageError?
    }

    private let count: Int
    private let body: @Sendable (Int) throws(StorageError) -> Value
    private let state = Mutex(State())
    /// One for each that ended.
    private let ended = DispatchSemaphore(value: 0)

    init(count: Int, _ body: @escaping @Sendable (Int) throws(StorageError) -> Value) {
      self.count = count
      self.body = body
    }

    func run() {
      while let index = next() {
        let result = Result { () throws(StorageError) in try body(index) }
        state.withLock { state in
          state.underWay -= 1
          switch result {
          case .success(let value): state.values[index] = value
          case .failure(let error): state.error = state.error ?? error
          }
        }
        ended.signal()
      }
    }

    /// Waits for those that others began.
    func values() throws(StorageError) -> [Value] {
      while state.withLock({ $0.underWay > 0 }) { ended.wait() }
      return try state.withLock { state throws(StorageError) in
        if let error = state.error { throw error }
        return (0..<count).compactMap { state.values[$0] }
      }
    }

    private func next() -> Int? {
      state.withLock { state in
        guard state.error == nil, state.next < count else { return nil }
        defer { state.next += 1 }
        state.underWay += 1
        return state.next
      }
    }
  }
}
