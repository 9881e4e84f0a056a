import Dossiers
import Pipeline

extension StageHost.Limits {
  /// A stage's limits for so many pages; 0 where the stage itself is to find out how many there are.
  init(_ stage: PlannedStage, pages: Int) {
    let limits = stage.limits
    self.init(
      milliseconds: limits.timeMilliseconds(pages: pages), memoryBytes: limits.memoryBytes,
      cpuMilliseconds: limits.cpuMilliseconds(pages: pages),
      millisecondsPerPage: pages == 0 ? limits.timePerPageMilliseconds : 0,
      mostPages: Int(clamping: stage.settings["maxPages"]?.integer ?? Self.pagesOfAnyDocument))
  }

  /// What `validate-file` lets pass where the plan does not say.
  private static let pagesOfAnyDocument: Int64 = 500
}
