import CPostgres
import Glibc
import Synchronization

/// LISTEN on a connection of its own.
final class PostgresSignal: WorkSignal {
  /// Finishes the connection.
  private final class Listener: Sendable {
    // A pointer that never changes, used by the one thread that waits.
    nonisolated(unsafe) let handle: OpaquePointer

    init(url: String) throws(StoreError) {
      handle = try PostgresLink.open(url)
      let doing = "listening for work"
      // The channel's name is data, which LISTEN takes only as text of the statement.
      let channel = try PostgresLink.query("SELECT quote_ident('hoso_' || current_schema())", on: handle, doing: doing)
      try PostgresLink.script("LISTEN \(channel.row(0).text(0))", on: handle, doing: doing)
    }

    deinit { hoso_PQfinish(handle) }

    /// True when there were some; nil when the connection is gone.
    func takeNotifications() -> Bool? {
      guard hoso_PQconsumeInput(handle) == 1 else { return nil }
      var some = false
      while let notification = hoso_PQnotifies(handle) {
        some = true
        hoso_PQfreemem(notification)
      }
      return some
    }
  }

  private let url: String
  private let listener = Mutex<Listener?>(nil)

  init(url: String) {
    self.url = url
  }

  func wait(milliseconds: Int64) -> Bool {
    let present = listener.withLock { $0 }
    guard let current = present ?? connect() else {
      usleep(UInt32(clamping: min(max(milliseconds, 0), 1_000) * 1000))
      return false
    }
    // What came while nobody listened is looked for once.
    if present == nil { return true }
    switch current.takeNotifications() {
    case true?: return true
    case nil: return lose()
    case false?: break
    }
    var watched = pollfd(fd: hoso_PQsocket(current.handle), events: Int16(POLLIN), revents: 0)
    guard poll(&watched, 1, Int32(clamping: milliseconds)) > 0 else { return false }
    return current.takeNotifications() ?? lose()
  }

  private func connect() -> Listener? {
    guard let made = try? Listener(url: url) else { return nil }
    listener.withLock { $0 = made }
    return made
  }

  private func lose() -> Bool {
    listener.withLock { $0 = nil }
    return false
  }
}

extension PostgresStore: SignallingStore {
  public func makeWorkSignal() -> any WorkSignal { PostgresSignal(url: url) }
}
