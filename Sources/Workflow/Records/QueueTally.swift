public import Dossiers

/// What is in the queue, by state and stage.
public struct QueueTally: Sendable {
  public struct Entry: Sendable {
    public let state: QueuedTask.State
    public let stage: String
    public let count: Int
  }

  /// Ready and leased tasks.
  public let entries: [Entry]
  /// When the dossier came in that has waited longest for a worker; nil where nothing is ready.
  public let oldestReady: Timestamp?
  /// By the store's clock.
  public let takenAt: Timestamp
  /// Workers that showed themselves within the last minute.
  public let workers: Int
}
