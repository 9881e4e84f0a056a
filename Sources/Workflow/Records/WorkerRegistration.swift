public import Dossiers

public struct WorkerRegistration: Sendable, Codable {
  public let id: WorkerID
  public let host: String
  public let processID: Int32
  public let version: String
  public let startedAt: Timestamp
  public let seenAt: Timestamp

  public init(
    id: WorkerID, host: String, processID: Int32, version: String, startedAt: Timestamp, seenAt: Timestamp
  ) {
    self.id = id
    self.host = host
    self.processID = processID
    self.version = version
    self.startedAt = startedAt
    self.seenAt = seenAt
  }
}
