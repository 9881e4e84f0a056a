import Synchronization

/// What became of the uploads of a run.
final class UploadTally: Sendable {
  struct Acknowledgement: Sendable {
    let id: String
    let sha256: String
  }

  private struct State {
    var begun = 0
    var acknowledgements: [Acknowledgement] = []
    var milliseconds: [Double] = []
    var bytes: Int64 = 0
    var retries = 0
    var memory: [Int64] = []
    var failure: String?
    var isOver = false
  }

  private let count: Int
  private let state = Mutex(State())

  init(count: Int) {
    self.count = count
  }

  /// The next upload's number; nil when all are begun, or something failed.
  func next() -> Int? {
    state.withLock { state in
      guard state.begun < count, state.failure == nil else { return nil }
      state.begun += 1
      return state.begun
    }
  }

  func acknowledged(_ number: Int, id: String, sha256: String, bytes: Int, milliseconds: Double, tries: Int) {
    state.withLock { state in
      state.acknowledgements.append(Acknowledgement(id: id, sha256: sha256))
      state.milliseconds.append(milliseconds)
      state.bytes += Int64(bytes)
      state.retries += tries - 1
    }
  }

  func fail(_ reason: String) { state.withLock { $0.failure = $0.failure ?? reason } }
  func note(memory: Int64?) { if let memory { state.withLock { $0.memory.append(memory) } } }
  func end() { state.withLock { $0.isOver = true } }

  var isOver: Bool { state.withLock { $0.isOver } }
  var failure: String? { state.withLock { $0.failure } }
  var doneCount: Int { state.withLock { $0.acknowledgements.count } }
  var acknowledgements: [Acknowledgement] { state.withLock { $0.acknowledgements } }
  var milliseconds: [Double] { state.withLock { $0.milliseconds } }
  var bytes: Int64 { state.withLock { $0.bytes } }
  var retries: Int { state.withLock { $0.retries } }
  var memory: [Int64] { state.withLock { $0.memory } }
  /// Acknowledged since so many.
  func acknowledgements(from start: Int) -> [Acknowledgement] {
    state.withLock { Array($0.acknowledgements.dropFirst(start)) }
  }
}
