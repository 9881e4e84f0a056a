public import Dossiers
import Pipeline
import Stages
import Worker

/// Whether a file can be handed back as a result: an official paper that opens, by the check that everything from
/// outside goes through. An empty or broken file must not tell a citizen that the result is there.
public struct ResultCheck: Sendable {
  private static let pipeline = #"{"pipeline": "result", "stages": [{"id": "validate", "uses": "validate-file"}]}"#

  private let scratch: String

  /// Scratch folders of the stage hosts lie below `scratch`.
  public init(scratch: String) {
    self.scratch = scratch
  }

  /// What is wrong with the file; nil where nothing is.
  public func problem(of path: String) throws -> Problem? {
    let plan = try PlanReader.read(Array(Self.pipeline.utf8), catalogue: StageCatalogue.builtIn)
    var problem: Problem?
    try Inspector(plan: plan, jobs: 1, scratch: scratch).inspect([path]) { finding in
      problem = finding.inspection.problems.first { $0.severity == .rejects }
      // Neither refused nor looked at: the host itself failed.
      problem = problem ?? (finding.inspection.verdict == .accepted ? nil : finding.inspection.problems.first)
      return true
    }
    return problem
  }
}
