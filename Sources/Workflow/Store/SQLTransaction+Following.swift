import Dossiers

/// What a task does after a record.
extension SQLTransaction {
  func follow(
    _ next: StageRecord.Next, row: TaskRow, stage: String, actor: String
  ) throws(StoreError) -> RecordAnswer {
    switch next {
    case .stage(let next):
      return RecordAnswer(taskState: try advance(row, to: next), dossierTaskReady: false)
    case .documentEnds(let state):
      try leave(row, as: .done, stage: nil)
      if let document = row.document { try setState(state, of: document) }
      return RecordAnswer(
        taskState: .done, dossierTaskReady: try startDossierTaskIfDocumentsAreThrough(row.dossier))
    case .dossierEnds(let state):
      try leave(row, as: .done, stage: nil)
      try setState(state, of: row.dossier)
      try note("dossier.\(state.rawValue)", actor: actor, dossier: row.dossier, task: row.id)
      if state == .handedOff {
        // Posted only where the stage has not said it in its own words.
        try post("dossier.handed-off", payload: ["dossier": .string(row.dossier.rawValue)], dossier: row.dossier)
      }
      return RecordAnswer(taskState: .done, dossierTaskReady: false)
    case .again(let runAt, let error):
      var again = row
      again.attempts += 1
      again.runAt = runAt
      again.lastError = error
      try backToReady(again)
      return RecordAnswer(taskState: .ready, dossierTaskReady: false)
    case .fails(let error):
      var failed = row
      failed.attempts += 1
      failed.lastError = error
      return try giveUp(failed, stage: stage, actor: actor)
    case .strike(let error, let evidence):
      return try countStrike(row, error: error, evidence: evidence, stage: stage, actor: actor)
    case .crash(let error):
      return try countCrash(row, error: error, actor: actor)
    case .review(let resumeAt):
      try leave(row, as: .review, stage: resumeAt)
      if let document = row.document { try setState(.review, of: document) }
      try enterReview(row.dossier)
      try note("dossier.review", actor: actor, dossier: row.dossier, document: row.document, task: row.id)
      return RecordAnswer(taskState: .review, dossierTaskReady: false)
    }
  }

  /// A death from outside; also what a lease that ran out counts as. The first one is tried again at once. From the
  /// second on others go ahead, longer each time: what the kernel's memory killer ends again and again may be what
  /// fills the memory.
  func countCrash(_ row: TaskRow, error: String, actor: String) throws(StoreError) -> RecordAnswer {
    var crashed = row
    crashed.crashes += 1
    crashed.lastError = error
    if crashed.crashes >= SQLStore.crashesAllowed {
      return try giveUp(crashed, stage: row.stage ?? "", actor: actor)
    }
    if crashed.crashes > 1 {
      let wait = min(Self.longestCrashWait, Self.firstCrashWait << Int64(crashed.crashes - 2))
      crashed.runAt = now.adding(milliseconds: wait)
    }
    try backToReady(crashed)
    return RecordAnswer(taskState: .ready, dossierTaskReady: false)
  }

  private static var firstCrashWait: Int64 { 1_000 }
  private static var longestCrashWait: Int64 { 60_000 }

  private func countStrike(
    _ row: TaskRow, error: String, evidence: JSONValue, stage: String, actor: String
  ) throws(StoreError) -> RecordAnswer {
    var struck = row
    struck.strikes += 1
    struck.lastError = error
    guard struck.strikes >= SQLStore.strikesAllowed else {
      try backToReady(struck)
      return RecordAnswer(taskState: .ready, dossierTaskReady: false)
    }
    try leave(struck, as: .quarantined, stage: stage)
    try note(
      row.kind == .document ? "document.quarantined" : "dossier.quarantined", actor: actor, dossier: row.dossier,
      document: row.document, task: row.id,
      data: ["stage": .string(stage), "error": .string(error), "evidence": evidence])
    try open(.quarantined, stage: stage, dossier: row.dossier, document: row.document)
    return try toReview(row, document: .quarantined, task: .quarantined)
  }

  private func giveUp(_ row: TaskRow, stage: String, actor: String) throws(StoreError) -> RecordAnswer {
    try leave(row, as: .failed, stage: stage)
    try note(
      "task.failed", actor: actor, dossier: row.dossier, document: row.document, task: row.id,
      data: ["stage": .string(stage), "error": .text(row.lastError)])
    try open(.taskFailed, stage: stage, dossier: row.dossier, document: row.document)
    return try toReview(row, document: .review, task: .failed)
  }

  /// A task that ended badly: a person must look at its dossier. A document is through with that, the others go on.
  private func toReview(
    _ row: TaskRow, document state: Document.State, task: QueuedTask.State
  ) throws(StoreError) -> RecordAnswer {
    try enterReview(row.dossier)
    guard let document = row.document else { return RecordAnswer(taskState: task, dossierTaskReady: false) }
    try setState(state, of: document)
    return RecordAnswer(
      taskState: task, dossierTaskReady: try startDossierTaskIfDocumentsAreThrough(row.dossier))
  }
}

extension JSONValue {
  fileprivate static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
}
