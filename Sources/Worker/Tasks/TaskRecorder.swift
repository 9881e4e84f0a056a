import CPosix
import Dossiers
import Glibc
import Logs
import Pipeline
import Workflow

/// Writes what the stages of one task made into the store, under its lease.
final class TaskRecorder {
  let room: WorkerRoom
  let lease: Lease
  /// Tries of the present stage before this one.
  private var attempts: Int

  init(room: WorkerRoom, lease: Lease) {
    self.room = room
    self.lease = lease
    attempts = lease.task.attempts
  }

  var task: QueuedTask { lease.task }

  /// How long a record is tried again while the store is locked, full or away; the lease is renewed meanwhile.
  private static let patienceMilliseconds: Int64 = 60_000

  /// Records in one transaction; all but the last lead on to the next one's stage.
  func record(_ records: [StageRecord]) throws {
    let deadline = hoso_boot_milliseconds() + Self.patienceMilliseconds
    var pause: useconds_t = 50_000
    while true {
      guard !room.isLost(lease.token) else { throw TaskEnd.leaseLost }
      do {
        try write(records)
        return
      } catch let error as StoreError {
        switch error.code {
        case .leaseLost: throw TaskEnd.leaseLost
        case .busy, .diskFull, .readOnly, .unavailable:
          room.metrics.met(error)
          room.log.warning("store.waiting", ("task", task.id), ("error", error))
          guard hoso_boot_milliseconds() < deadline else { throw error }
          usleep(pause)
          pause = min(2_000_000, pause * 2)
        default: throw error
        }
      }
    }
  }

  private func write(_ records: [StageRecord]) throws {
    let answers: [RecordAnswer?] =
      records.count == 1
      ? [try room.store.record(records[0], under: lease.token)]
      : try room.store.record(contentsOf: records.map { ($0, lease.token) })
    for (record, answer) in zip(records, answers) {
      guard let answer else { throw TaskEnd.leaseLost }
      log(record, answer)
      room.metrics.ran(record)
      if case .stage = record.next {
        attempts = 0
        if answer.taskState == .ready { throw TaskEnd.givenBack }
      } else {
        room.detach(lease.token)
      }
      if answer.dossierTaskReady { room.bell.wake() }
    }
    // A drain ends between two stages: the next worker goes on at the one to come.
    if case .stage? = records.last?.next, room.board.read({ $0.phase != .working }) {
      try room.store.release(lease.token)
      throw TaskEnd.givenBack
    }
  }

  /// Records that a stage did not come to an end, and leaves the task to the queue.
  func give(up stage: PlannedStage, since startedAt: Timestamp, because trouble: StageTrouble) throws {
    switch trouble {
    case .leaseLost:
      throw TaskEnd.leaseLost
    case .passing(let error):
      try again(stage, since: startedAt, outcome: .retry, error: error, allowed: Backoff.retriesAllowed)
    case .fault(let error):
      try again(stage, since: startedAt, outcome: .fault, error: error, allowed: Backoff.faultsAllowed)
    case .death(let death):
      var record = StageRecord(
        stage: stage.id, uses: stage.uses, startedAt: startedAt, endedAt: WorkerRoom.now(),
        outcome: death.isStrike ? "strike" : "crash",
        next: death.isStrike
          ? .strike(error: death.sentence, evidence: death.evidence) : .crash(error: death.sentence))
      record.detail = death.sentence
      record.peakMemoryBytes = death.peakMemoryBytes
      record.cpuMilliseconds = death.cpuMilliseconds
      // They count once the document is quarantined.
      if death.isStrike { record.problems = [.of(death)] }
      room.log.warning(
        "host.died", ("task", task.id), ("stage", stage.id), ("cause", death.name),
        ("peakMiB", death.peakMemoryBytes >> 20))
      try self.record([record])
    }
  }

  /// The same stage once more, later, or the end of trying.
  func again(
    _ stage: PlannedStage, since startedAt: Timestamp, outcome: StageOutcome, error: String, allowed: Int
  ) throws {
    let now = WorkerRoom.now()
    let next: StageRecord.Next =
      attempts + 1 >= allowed
      ? .fails(error: error)
      : .again(runAt: now.adding(milliseconds: Backoff.milliseconds(afterAttempts: attempts)), error: error)
    var record = StageRecord(
      stage: stage.id, uses: stage.uses, startedAt: startedAt, endedAt: now, outcome: outcome.rawValue, next: next)
    record.detail = error
    try self.record([record])
  }

  /// Stages whose `when` does not hold, each leading to the one after it and the last to `next`.
  static func skipping(_ stages: [PlannedStage], then next: StageRecord.Next) -> [StageRecord] {
    let now = WorkerRoom.now()
    return stages.indices.map { index in
      StageRecord(
        stage: stages[index].id, uses: stages[index].uses, startedAt: now, endedAt: now, outcome: skipped,
        next: index + 1 < stages.count ? .stage(stages[index + 1].id) : next)
    }
  }

  static let skipped = "skipped"

  private func log(_ record: StageRecord, _ answer: RecordAnswer) {
    for picture in record.superseded {
      let by = picture.by.documents.map(String.init).joined(separator: ",")
      room.log.info("document.superseded", ("task", task.id), ("document", picture.document), ("by", by))
    }
    var values: [(String, any CustomStringConvertible & Sendable)] = [
      ("task", task.id), ("stage", record.stage), ("outcome", record.outcome),
      ("ms", record.endedAt.milliseconds - record.startedAt.milliseconds),
    ]
    let level: LogLevel
    switch record.next {
    case .stage: level = .debug
    case .documentEnds(let state):
      level = .info
      values.append(("document", state.rawValue))
    case .dossierEnds(let state):
      level = .info
      values.append(("dossier", state.rawValue))
    case .review: level = .info
    case .again(_, let error), .fails(let error), .crash(let error), .strike(let error, _):
      level = answer.taskState == .ready ? .warning : .error
      values += [("state", answer.taskState.rawValue), ("error", error)]
    }
    room.log.write(level, "stage.\(record.outcome)", values)
  }
}
