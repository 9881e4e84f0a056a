import Dossiers
import Pipeline
import Stages
import Workflow

/// What a stage made of a document, ready for the record.
struct StageDone {
  let stage: PlannedStage
  /// Those that it looked at, counted from 1.
  let pages: [Int]
  let startedAt: Timestamp
  let endedAt: Timestamp
  let result: StageResult
  /// As the record keeps it.
  let output: JSONValue
  let peakMemoryBytes: Int64?
  let cpuMilliseconds: Int64?

  init(
    stage: PlannedStage, pages: [Int], startedAt: Timestamp, endedAt: Timestamp = WorkerRoom.now(),
    result: StageResult, output: JSONValue, peakMemoryBytes: Int64? = nil, cpuMilliseconds: Int64? = nil
  ) {
    self.stage = stage
    self.pages = pages
    self.startedAt = startedAt
    self.endedAt = endedAt
    self.result = result
    self.output = output
    self.peakMemoryBytes = peakMemoryBytes
    self.cpuMilliseconds = cpuMilliseconds
  }

  init(
    stage: PlannedStage, pages: [Int], startedAt: Timestamp, endedAt: Timestamp = WorkerRoom.now(),
    result: StageResult, output: JSONValue, _ usage: StageHost.Usage
  ) {
    self.init(
      stage: stage, pages: pages, startedAt: startedAt, endedAt: endedAt, result: result, output: output,
      peakMemoryBytes: usage.peakMemoryBytes, cpuMilliseconds: usage.cpuMilliseconds)
  }
}
