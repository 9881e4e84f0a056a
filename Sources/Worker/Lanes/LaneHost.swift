import Logs
import Workflow

/// The stage host of one lane: started when first needed, replaced after its death or when it is worn.
final class LaneHost {
  private let room: WorkerRoom
  private var present: StageHost?

  init(room: WorkerRoom) {
    self.room = room
  }

  /// A living host, at work on the lease from now on.
  func host(for token: LeaseToken) throws -> StageHost {
    let host = try living()
    room.attach(host.process, to: token)
    return host
  }

  /// A living host, at work on pages of another lane's lease.
  func helper(for token: LeaseToken) throws -> StageHost {
    let host = try living()
    room.join(host.process, token)
    return host
  }

  private func living() throws -> StageHost {
    if let present, !present.isDead { return present }
    let host = try room.hosts.start()
    present = host
    room.log.debug("host.started", ("pid", host.process.pid))
    return host
  }

  /// Has the host forget the document, and replaces it when it is worn.
  func letGoOfDocument() {
    guard let present, !present.isDead else { return }
    do {
      try present.close()
    } catch {
      present.end()
    }
    if present.isDead || present.isWorn(documents: room.configuration.documentsPerHost) { end() }
  }

  func end() {
    present?.end()
    present = nil
  }
}
