/// What one run of a stage may use up before it is stopped.
public struct StageLimits: Hashable, Sendable {
  /// Wall time for a document, whatever its pages.
  public let timeMilliseconds: Int64
  /// Wall time on top for every page that the stage looks at.
  public let timePerPageMilliseconds: Int64
  public let memoryBytes: Int64
  /// Processor time; the same as the wall time where the plan does not say.
  public let cpuMilliseconds: Int64
  /// How many tasks may be at the stage at one time, over all workers; nil for any number.
  public let atOnce: Int?

  public init(
    timeMilliseconds: Int64 = 60_000, timePerPageMilliseconds: Int64 = 0, memoryBytes: Int64 = 1 << 30,
    cpuMilliseconds: Int64? = nil, atOnce: Int? = nil
  ) {
    self.timeMilliseconds = timeMilliseconds
    self.timePerPageMilliseconds = timePerPageMilliseconds
    self.memoryBytes = memoryBytes
    self.atOnce = atOnce
    self.cpuMilliseconds = cpuMilliseconds ?? timeMilliseconds
  }

  /// For a stage that only computes: a minute of processor time, and four of wall time, since on a busy machine the
  /// processor is elsewhere for most of it.
  public static func computing(timePerPageMilliseconds: Int64 = 0) -> StageLimits {
    StageLimits(
      timeMilliseconds: 240_000, timePerPageMilliseconds: timePerPageMilliseconds, cpuMilliseconds: 60_000)
  }

  /// The wall time allowed for a run over so many pages.
  public func timeMilliseconds(pages: Int) -> Int64 {
    timeMilliseconds + timePerPageMilliseconds * Int64(pages)
  }

  /// The processor time allowed for a run over so many pages.
  public func cpuMilliseconds(pages: Int) -> Int64 {
    cpuMilliseconds + timePerPageMilliseconds * Int64(pages)
  }
}
