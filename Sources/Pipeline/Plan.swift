import Digests
import Dossiers

/// A checked pipeline: what a worker runs. Made by `PlanReader` from a file, or read back from the store.
public struct Plan: Hashable, Sendable {
  /// SHA-256 of `canonicalJSON`, 64 hexadecimal digits.
  ///
  /// The canonical form says what the plan means, not how it was written: defaults are filled in, sizes are bytes.
  /// So a plan that spells out a default is the same plan, and a program whose defaults differ makes another plan
  /// of the same file, as it should, since it behaves differently.
  public let id: String
  public let name: String
  /// Fields with a confidence below this are flagged for a person.
  public let reviewBelow: Double
  /// Document stages first, then dossier stages.
  public let stages: [PlannedStage]
  /// RFC 8785 JSON of all of the above but the id; `Plan(canonicalJSON:)` reads it back.
  public let canonicalJSON: String

  public init(name: String, reviewBelow: Double = 0.9, stages: [PlannedStage]) {
    self.name = name
    self.reviewBelow = reviewBelow
    self.stages = stages
    canonicalJSON = Self.json(name: name, reviewBelow: reviewBelow, stages: stages).canonical
    id = SHA256Digest.hex(of: canonicalJSON)
  }

  public func stages(of scope: StageDeclaration.Scope) -> [PlannedStage] {
    stages.filter { $0.scope == scope }
  }

  /// Where a task of this scope begins; nil where the plan has no such stage.
  public func firstStage(of scope: StageDeclaration.Scope) -> PlannedStage? {
    stages.first { $0.scope == scope }
  }

  public func stage(id: String) -> PlannedStage? {
    stages.first { $0.id == id }
  }
}
