import CPosix
import Dossiers
import Files
import Glibc
import Pipeline
import Stages
import Storage
import Workflow

/// One run of an `exec` stage on one document.
final class ProgramRun {
  private let exec: ExecStage
  private let room: WorkerRoom
  private let lease: Lease
  private let child: ProgramChild
  private let scratch: String
  private let limits: StageHost.Limits
  private(set) var peakMemoryBytes: Int64 = 0
  private(set) var cpuMilliseconds: Int64 = 0

  init(
    _ exec: ExecStage, room: WorkerRoom, lease: Lease, document: Document, facts: Facts, parts: [Part], pages: Int
  ) throws {
    self.exec = exec
    self.room = room
    self.lease = lease
    scratch = "\(room.scratch)/exec-\(lease.token.task)-\(lease.token.claim)"
    try Folder.create(scratch)
    limits = StageHost.Limits(exec.stage, pages: pages)
    child = try ProgramChild(
      ProgramChild.Launch(
        stageHost: room.stageHost, program: exec.program, arguments: exec.arguments, environment: exec.environment,
        network: exec.network, memoryBytes: limits.memoryBytes, milliseconds: limits.milliseconds,
        cpuMilliseconds: limits.cpuMilliseconds, scratch: scratch,
        file: try room.files.open(document.sha256),
        input: exec.readsFile ? nil : try exec.description(of: document, facts: facts, parts: parts)))
  }

  deinit {
    _ = try? Folder.removeTree(scratch)
  }

  /// The program's answer; throws `HostFailure` where it died of its limits or by a signal.
  func result() throws(HostFailure) -> StageResult {
    room.attach(child.process, to: lease.token)
    let finish = child.finish()
    peakMemoryBytes = finish.end.peak_bytes
    cpuMilliseconds = finish.end.cpu_milliseconds
    let cause: HostDeath.Cause
    switch finish.stop {
    case .unwanted: throw .stopped
    case .timeLimit: cause = .timeLimit
    case .memoryLimit: cause = .memoryLimit
    case .malformedAnswer: cause = .malformedAnswer("more than it may say")
    case nil:
      guard finish.end.signal != 0 else {
        return exec.result(exitCode: finish.end.exit_code, answer: finish.output, lastLines: finish.lastLines)
      }
      cause = HostDeath.Cause(
        signal: finish.end.signal, exitCode: 0, ranOutOfMemory: HostDeath.Cause.speakOfMemory(finish.lastLines),
        lastLines: finish.lastLines)
    }
    throw .died(
      HostDeath(
        cause: cause, stage: exec.stage.id, page: nil, peakMemoryBytes: peakMemoryBytes,
        cpuMilliseconds: cpuMilliseconds, lastLines: finish.lastLines, limits: limits,
        signal: finish.stop == nil ? finish.end.signal : 0))
  }
}
