/// The task's state after a record: what the store decided.
public struct RecordAnswer: Sendable {
  public let taskState: QueuedTask.State
  /// True when this record ended the last document of a dossier and its dossier task became ready.
  public let dossierTaskReady: Bool

  public init(
    taskState: QueuedTask.State, dossierTaskReady: Bool
  ) {
    self.taskState = taskState
    self.dossierTaskReady = dossierTaskReady
  }
}
