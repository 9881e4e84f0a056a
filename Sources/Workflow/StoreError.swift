/// What the store could not do. `code` is stable; `doing` says which operation, without personal data.
public struct StoreError: Error, Sendable, CustomStringConvertible {
  public enum Code: String, Sendable {
    /// The token is no longer the task's: someone else holds it, or it ended. Stop; change nothing.
    case leaseLost = "store.lease-lost"
    case notFound = "store.not-found"
    /// The request contradicts what the store holds (a state that does not allow it).
    case conflict = "store.conflict"
    /// An idempotency key comes again with other papers, or for another dossier.
    case keyReused = "store.key-reused"
    /// Locked by another process longer than we wait.
    case busy = "store.busy"
    case diskFull = "store.disk-full"
    case readOnly = "store.read-only"
    /// Written by a newer program.
    case newerSchema = "store.newer-schema"
    case corrupt = "store.corrupt"
    case unavailable = "store.unavailable"
    case other = "store.other"
  }

  /// What stands in the way of a request.
  public enum Obstacle: Sendable, Hashable {
    case dossier(Dossier.State)
    case task(QueuedTask.State)
  }

  public let code: Code
  public let message: String
  public let doing: String
  /// With `.conflict`, where it is a state: for whoever says it in another language.
  public let obstacle: Obstacle?

  public init(_ code: Code, _ message: String, because obstacle: Obstacle? = nil, doing: String) {
    self.code = code
    self.message = message
    self.obstacle = obstacle
    self.doing = doing
  }

  public var description: String { "\(code.rawValue): \(message) (while \(doing))" }
}
