import CPosix
public import Dossiers
import Files
import Glibc
public import Pipeline

/// Runs a plan's contained document stages on files without a store, for `hoso inspect` and `hoso pipeline try`.
public struct Inspector: Sendable {
  /// What one stage made of one file.
  public struct Step: Sendable {
    public let stage: PlannedStage
    /// Empty where the stage looks at the file as a whole.
    public let pages: [Int]
    /// nil for a stage that was skipped, whose `when` did not hold or whose work is not a host's, and for one whose
    /// host died or complained.
    public let result: StageResult?
    /// The output as JSON; the result's own is null.
    public let outputJSON: [UInt8]
    public let milliseconds: Int64
    public let cpuMilliseconds: Int64
    public let peakMemoryBytes: Int64
    /// For operators: why there is no result, nil where the stage was skipped.
    public let failure: String?

    /// What the stage left for later ones; nil where there is no result.
    public var output: JSONValue? {
      result == nil ? nil : try? JSONReader.value(outputJSON)
    }
  }

  /// Everything that became of one file.
  public struct Finding: Sendable {
    public let inspection: Inspection
    public let steps: [Step]
    public let milliseconds: Int64
    /// A host died over this file, by its own doing or not.
    public let hostDied: Bool
  }

  public let plan: Plan
  public let jobs: Int
  private let scratch: String
  private let stageHostPath: String?

  /// `stageHostPath` nil: `HOSO_STAGE_HOST`, or beside the running program. Scratch folders lie below `scratch`,
  /// which is made where it is missing.
  public init(plan: Plan, jobs: Int, scratch: String, stageHostPath: String? = nil) {
    self.plan = plan
    self.jobs = max(1, jobs)
    self.scratch = scratch
    self.stageHostPath = stageHostPath
  }

  private struct Progress: Sendable {
    var begun = 0
    var given = 0
    var found: [Int: Finding] = [:]
    var running = 0
    var stop = false
    var failure: WorkerError?
  }

  /// Calls `found` for each file in the order given, as soon as it and those before it are through; returning
  /// false ends early. Throws a `WorkerError` where no host can be started.
  public func inspect(_ paths: [String], found: (Finding) -> Bool) throws {
    let folder = ScratchFolders.inspection(in: scratch)
    let pool = HostPool(executable: try StageHostLocation.find(stageHostPath), scratch: folder)
    defer { _ = try? Folder.removeTree(folder) }
    let progress = Monitor(Progress())
    let lanes = min(jobs, paths.count)
    var threads: [WorkerThread] = []
    defer {
      progress.change { $0.stop = true }
      for thread in threads { thread.join() }
    }
    for _ in 0..<lanes {
      progress.change { $0.running += 1 }
      threads.append(
        try WorkerThread {
          work(paths, pool, progress)
          progress.change { $0.running -= 1 }
        })
    }
    for index in paths.indices {
      let finding = progress.wait { progress -> Finding?? in
        if let finding = progress.found.removeValue(forKey: index) {
          progress.given = index + 1
          return .some(finding)
        }
        return progress.running == 0 ? .some(nil) : nil
      }
      guard let finding = finding.flatMap(\.self) else { break }
      if !found(finding) { return }
    }
    if let failure = progress.read(\.failure) { throw failure }
  }

  /// One lane: takes the next file until there is none.
  private func work(_ paths: [String], _ pool: HostPool, _ progress: Monitor<Progress>) {
    var host: StageHost?
    // A lane does not run far ahead of what has been given out: results are kept in memory until then.
    let ahead = 16 * jobs
    while true {
      let index = progress.wait { progress -> Int? in
        if progress.stop || progress.failure != nil || progress.begun >= paths.count { return -1 }
        guard progress.begun < progress.given + ahead else { return nil }
        defer { progress.begun += 1 }
        return progress.begun
      }
      guard let index, index >= 0 else { return }
      do {
        let finding = try inspect(paths[index], pool, &host)
        progress.change { $0.found[index] = finding }
      } catch {
        progress.change { $0.failure = error }
        return
      }
    }
  }

  private func inspect(
    _ path: String, _ pool: HostPool, _ host: inout StageHost?
  ) throws(WorkerError) -> Finding {
    let began = hoso_boot_milliseconds()
    var file = FileInspection(plan: plan, path: path)
    // A host killed from outside says nothing about the file: it gets a second chance, and a third.
    for attempt in 1...3 {
      file = FileInspection(plan: plan, path: path)
      try file.run(pool, &host, isLast: attempt == 3)
      if !file.wasKilledFromOutside { break }
    }
    return Finding(
      inspection: Inspection(file: path, problems: file.problems, parts: file.parts), steps: file.steps,
      milliseconds: hoso_boot_milliseconds() - began, hostDied: file.hostDied)
  }

  /// The page with a frame around every place where something was read, as a PNG. Throws a `WorkerError` where the
  /// page cannot be drawn.
  public func annotate(path: String, page: Int) throws -> [UInt8] {
    var drawn: [UInt8] = []
    _ = try annotate(path: path, page: page) { _, png throws(WorkerError) in drawn = png }
    return drawn
  }

  /// The same for one page, or without one for each page on which something was read, or the first where nothing was;
  /// and what was found in the whole file.
  public func annotate(
    path: String, page: Int?, each: (Int, [UInt8]) throws(WorkerError) -> Void
  ) throws -> Inspection {
    let folder = ScratchFolders.inspection(in: scratch)
    defer { _ = try? Folder.removeTree(folder) }
    let pool = HostPool(executable: try StageHostLocation.find(stageHostPath), scratch: folder)
    var host: StageHost?
    var file = FileInspection(plan: plan, path: path)
    try file.annotate(page: page, pool, &host, each: each)
    return Inspection(file: path, problems: file.problems, parts: file.parts)
  }
}
