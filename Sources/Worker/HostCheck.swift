import Glibc
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
}
