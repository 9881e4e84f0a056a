import CPosix
import Glibc
import Synchronization

/// A child in a process group of its own: ended by whoever may, reaped once. Any thread may call.
final class ChildProcess: Sendable {
  struct Start {
    var path: String
    var arguments: [String]
    var environment: [String: String]
    var folder: String
    /// Element n becomes the child's descriptor n.
    var descriptors: [Int32]
  }

  /// Why we ended it ourselves.
  enum Stop: Sendable {
    case timeLimit, memoryLimit, malformedAnswer
    /// Its work is no longer wanted: a lost lease, a shutdown.
    case unwanted
  }

  private struct State {
    var end: hoso_child_end?
    var stop: Stop?
  }

  let pid: pid_t
  private let state = Mutex(State())

  init(_ start: Start) throws(WorkerError) {
    var pid: pid_t = 0
    let code = Self.withPointers(start.arguments) { arguments in
      Self.withPointers(start.environment.map { "\($0)=\($1)" }) { environment in
        start.path.withCString { path in
          start.folder.withCString { folder in
            start.descriptors.withUnsafeBufferPointer { descriptors in
              var child = hoso_child(
                path: path, arguments: arguments, environment: environment, folder: folder,
                descriptors: descriptors.baseAddress, descriptor_count: Int32(descriptors.count))
              return hoso_spawn(&child, &pid)
            }
          }
        }
      }
    }
    guard code == 0 else {
      throw WorkerError(.stageHostFailed, "cannot start \(start.path): \(String(cString: strerror(code)))")
    }
    self.pid = pid
  }

  deinit {
    stop(.unwanted)
    _ = end(wait: true)
  }

  /// Kills the whole group. The first reason given is the one that counts.
  func stop(_ reason: Stop) {
    state.withLock { state in
      guard state.end == nil else { return }
      if state.stop == nil { state.stop = reason }
      kill(-pid, SIGKILL)
      // Between the spawn and its setsid there is no such group yet.
      kill(pid, SIGKILL)
    }
  }

  /// How it ended and whether we ended it; nil while it runs and nobody waits.
  func end(wait: Bool) -> (end: hoso_child_end, stop: Stop?)? {
    while true {
      let answer = state.withLock { state -> (hoso_child_end, Stop?)? in
        if state.end == nil, hoso_end_group_of_ended(pid) == 1 {
          var end = hoso_child_end()
          // Nobody else reaps it: the wait cannot fail but by our own mistake, and then it is gone all the same.
          _ = hoso_wait(pid, 1, &end)
          state.end = end
        }
        return state.end.map { ($0, state.stop) }
      }
      if answer != nil || !wait { return answer }
      Self.waitForEnd(of: pid)
    }
  }

  /// Waits outside the lock, so that others can still kill.
  private static func waitForEnd(of pid: pid_t, milliseconds: Int32 = -1) {
    let handle = hoso_open_process(pid)
    guard handle >= 0 else {
      usleep(5_000)
      return
    }
    defer { close(handle) }
    var watched = pollfd(fd: handle, events: Int16(POLLIN), revents: 0)
    _ = poll(&watched, 1, milliseconds)
  }

  /// Waits so long for it to end by itself, then kills it.
  func conclude(withinMilliseconds patience: Int32, otherwise reason: Stop) -> (end: hoso_child_end, stop: Stop?) {
    if let ended = end(wait: false) { return ended }
    Self.waitForEnd(of: pid, milliseconds: patience)
    if let ended = end(wait: false) { return ended }
    stop(reason)
    while true {
      if let ended = end(wait: true) { return ended }
    }
  }

  private static func withPointers<Value>(
    _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Value
  ) -> Value {
    var pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    return pointers.withUnsafeBufferPointer { buffer in
      // The array ends with nil, so it is never empty.
      guard let base = buffer.baseAddress else { preconditionFailure("an array with an element has an address") }
      return body(base)
    }
  }
}
