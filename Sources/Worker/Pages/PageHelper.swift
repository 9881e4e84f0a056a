import Logs
import Pipeline

/// A lane without a task at another lane's pages: keeps the document open from page to page.
final class PageHelper {
  private let room: WorkerRoom
  private let lane: LaneHost
  private var open: PageShare?

  init(room: WorkerRoom, lane: LaneHost) {
    self.room = room
    self.lane = lane
  }

  /// Makes one page, or gives it back.
  func help(_ share: PageShare, page: Int) {
    if open !== share { letGo() }
    do {
      let host = try lane.helper(for: share.token)
      defer { room.leave(host.process, share.token) }
      if open == nil {
        // Counted as open from here on: whatever comes, the host is to forget what it was given.
        open = share
        try share.document.open(
          in: host, from: room.files, stage: share.stages[0], limits: share.limitsLeft(stage: 0))
      }
      share.finishHelp(try host.run(share, page: page))
      if !share.needsHelp { letGo() }
    } catch {
      room.log.debug("pages.given-back", ("stage", share.stages[0].id), ("page", page), ("error", "\(error)"))
      share.giveBack(page, because: error as? HostFailure)
      letGo()
    }
  }

  /// Has the host forget the document, if one is open.
  func letGo() {
    guard open != nil else { return }
    open = nil
    lane.letGoOfDocument()
  }
}
