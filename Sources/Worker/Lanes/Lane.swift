import Dossiers
import Logs
import Pipeline
import Workflow

/// One thread's work: takes leases, runs their tasks in its own stage host, until the run ends. Without a lease it helps
/// other lanes with the pages of long documents.
struct Lane: Sendable {
  let room: WorkerRoom

  func run() {
    let host = LaneHost(room: room)
    defer { host.end() }
    room.board.change { $0.idleLanes += 1 }
    room.bell.wake()
    defer {
      room.board.change { $0.idleLanes -= 1 }
      room.bell.wake()
    }
    let helper = PageHelper(room: room, lane: host)
    while let turn = next() {
      switch turn {
      case .task(let lease):
        helper.letGo()
        work(on: lease, host)
        // Where no host is to see two documents, none keeps what it printed for a dossier either.
        if room.configuration.documentsPerHost == 1, lease.task.kind == .dossier { host.end() }
        room.board.change { $0.held[lease.token] = nil }
      case .page(let page, let share):
        helper.help(share, page: page)
      }
      room.board.change { $0.idleLanes += 1 }
      room.bell.wake()
    }
    helper.letGo()
  }

  private enum Turn {
    case task(Lease)
    case page(Int, of: PageShare)
  }

  /// What to do next; nil when the run ends. A task goes before help: the claiming thread gets a moment to find one.
  private func next() -> Turn? {
    let task = room.board.wait(milliseconds: Self.claimingMilliseconds) { board in Self.task(&board) }
    let turn =
      task
      ?? room.board.wait { board -> Turn?? in
        if let task = Self.task(&board) { return task }
        guard let (share, page) = board.takePage() else { return nil }
        board.idleLanes -= 1
        return .page(page, of: share)
      }
    room.bell.wake()
    return turn.flatMap(\.self)
  }

  private static func task(_ board: inout Board) -> Turn?? {
    guard board.phase == .working else { return .some(nil) }
    guard let lease = board.take() else { return nil }
    board.idleLanes -= 1
    return .task(lease)
  }

  private static let claimingMilliseconds: Int64 = 10

  private func work(on lease: Lease, _ host: LaneHost) {
    let recorder = TaskRecorder(room: room, lease: lease)
    do {
      switch lease.task.kind {
      case .document:
        guard let id = lease.task.document, let document = try room.store.document(id) else {
          throw TaskEnd.leaseLost
        }
        var task = try DocumentTask(recorder: recorder, lane: host, document: document)
        try task.run()
      case .dossier:
        var task = try DossierTask(recorder: recorder, lane: host)
        try task.run()
      }
    } catch TaskEnd.leaseLost {
      room.metrics.lostLease()
      room.log.info("lease.lost", ("task", lease.token.task))
    } catch TaskEnd.givenBack {
      // The queue has it again.
    } catch let error as StoreError {
      // Nothing could be recorded. A fresh claim finds the task where the record left it.
      room.log.error("task.given-back", ("task", lease.token.task), ("error", error))
      release(lease)
    } catch {
      giveUp(recorder, error)
    }
  }

  /// A task that cannot even begin, such as one whose plan this program cannot read.
  private func giveUp(_ recorder: TaskRecorder, _ error: any Error) {
    let stage = PlannedStage(
      id: recorder.task.stage ?? "none", uses: "none", scope: .document, sort: .brokered)
    do {
      try recorder.give(up: stage, since: WorkerRoom.now(), because: StageTrouble(error))
    } catch {
      room.log.error("task.given-back", ("task", recorder.task.id), ("error", "\(error)"))
      release(recorder.lease)
    }
  }

  private func release(_ lease: Lease) {
    do {
      try room.store.release(lease.token)
    } catch {
      // Its lease runs out by itself.
      room.log.warning("lease.not-released", ("task", lease.token.task), ("error", error))
    }
  }
}
