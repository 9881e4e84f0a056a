/// Why a worker, an inspector or a stage host could not start or go on.
public struct WorkerError: Error, Sendable, CustomStringConvertible {
  public enum Code: String, Sendable {
    /// No executable where it should be.
    case noStageHost = "worker.no-stage-host"
    /// It was started and did not come up.
    case stageHostFailed = "worker.stage-host-failed"
    /// It comes from another build than this program.
    case stageHostMismatch = "worker.stage-host-mismatch"
    /// `requiresSandbox`, and a wall is missing.
    case sandboxIncomplete = "worker.sandbox-incomplete"
    /// No plan in the store and none to take up.
    case noPlan = "worker.no-plan"
    /// A stage names what this machine does not have.
    case badPlan = "worker.bad-plan"
    case home = "worker.home"
    case cannotAnnotate = "worker.cannot-annotate"
  }

  public let code: Code
  /// What is wrong and what mends it, for operators.
  public let message: String

  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  public var description: String { "\(code.rawValue): \(message)" }
}
