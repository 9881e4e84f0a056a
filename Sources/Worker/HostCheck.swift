import Glibc
public import Pipeline
public import Stages

/// Starts a stage host to see whether it comes up, and behind which walls: for `hoso doctor`.
public enum HostCheck {
  /// `stageHostPath` nil: `HOSO_STAGE_HOST`, or beside the running program.
  public static func layers(stageHostPath: String? = nil, scratch: String) throws(WorkerError) -> [HostLayer] {
    let host = try StageHost(
      executable: try StageHostLocation.find(stageHostPath), scratch: "\(scratch)/check-\(getpid())")
    defer { host.end() }
    return host.layers
  }

  /// What of a plan's stages this machine lacks, a sentence each; empty where a host can run all of them.
  public static func shortcomings(
    of plan: Plan, stageHostPath: String? = nil, scratch: String
  ) throws(WorkerError) -> [String] {
    let host = try StageHost(
      executable: try StageHostLocation.find(stageHostPath), scratch: "\(scratch)/check-\(getpid())")
    defer { host.end() }
    return shortcomings(of: plan, in: host)
  }

  static func shortcomings(of plan: Plan, in host: StageHost) -> [String] {
    plan.stages.filter { $0.sort == .contained }.compactMap { stage -> String? in
      do throws(HostFailure) {
        try host.check(stage)
        return nil
      } catch {
        return "stage “\(stage.id)”: \(error.sentence)"
      }
    }
  }
}
