public import Dossiers

/// Why a file or a page cannot be taken: thrown by everything in this room.
public struct MediaRefusal: Error, Sendable {
  public let problem: Problem
  /// For operators: what the library said, without personal data.
  public let detail: String

  public init(_ problem: Problem, detail: String) {
    self.problem = problem
    self.detail = detail
  }
}
