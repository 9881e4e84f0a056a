import Pipeline

extension StageHost.Limits {
  /// A stage's limits for so many pages.
  init(_ limits: StageLimits, pages: Int) {
    self.init(
      milliseconds: limits.timeMilliseconds(pages: pages), memoryBytes: limits.memoryBytes,
      cpuMilliseconds: limits.cpuMilliseconds(pages: pages))
  }
}
