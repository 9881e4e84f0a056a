import Dossiers
import Logs
import Pipeline
import Workflow

/// One thread's work: takes leases, runs their tasks in its own stage host, until the run ends.
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
    while let lease = next() {
      work(on: lease, host)
      room.board.change { board in
        board.held[lease.token] = nil
        board.idleLanes += 1
      }
      room.bell.wake()
    }
  }

  /// The next lease; nil when the run ends.
  private func next() -> Lease? {
    let answer = room.board.wait { board -> Lease?? in
      guard board.phase == .working else { return .some(nil) }
      guard let lease = board.take() else { return nil }
      board.idleLanes -= 1
      return lease
    }
    room.bell.wake()
    return answer.flatMap(\.self)
  }

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
