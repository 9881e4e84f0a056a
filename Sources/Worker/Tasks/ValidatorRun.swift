import CPosix
import Files
import Glibc
import Pipeline
import Stages
import Workflow

/// Runs a validator of the operator's on a file, behind the walls that such programs have.
struct ValidatorRun {
  let room: WorkerRoom
  let token: LeaseToken
  let limits: StageLimits

  /// A Java machine reserves far more than it touches.
  private static let memoryBytes: Int64 = 4 << 30

  func answer(_ program: String, _ arguments: [String], on file: OwnedDescriptor) throws -> ValidatorAnswer {
    guard let path = Self.find(program) else {
      throw HostComplaint(code: "validator", message: "there is no program \(program) on the PATH")
    }
    let scratch = "\(room.scratch)/validator-\(token.task)-\(token.claim)"
    try Folder.removeTree(scratch)
    try Folder.create(scratch)
    defer { _ = try? Folder.removeTree(scratch) }
    // Validators go by the name's ending.
    let copy = "\(scratch)/document.pdf"
    try Self.write(file, to: copy)
    let child = try ProgramChild(
      ProgramChild.Launch(
        stageHost: room.stageHost, program: path, arguments: arguments + [copy], environment: [:], network: false,
        memoryBytes: Self.memoryBytes, milliseconds: limits.timeMilliseconds, cpuMilliseconds: limits.cpuMilliseconds,
        scratch: scratch, file: try OwnedDescriptor.reading(copy), input: []))
    room.attach(child.process, to: token)
    let finish = child.finish()
    if case .unwanted = finish.stop { throw HostFailure.stopped }
    let said = String(decoding: finish.output, as: UTF8.self).split(separator: "\n").map(String.init)
    return ValidatorAnswer(
      isAccepted: finish.stop == nil && finish.end.signal == 0 && finish.end.exit_code == 0,
      lastLines: said.suffix(5) + finish.lastLines)
  }

  private static func find(_ program: String) -> String? {
    guard !program.contains("/") else { return access(program, X_OK) == 0 ? program : nil }
    let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    return folders.split(separator: ":").map { "\($0)/\(program)" }.first { access($0, X_OK) == 0 }
  }

  private static func write(_ file: OwnedDescriptor, to path: String) throws(SystemCallError) {
    let copy = try OwnedDescriptor.creating(path, mode: 0o600)
    let buffer = ChunkBuffer()
    while true {
      let count = try file.read(into: buffer.space)
      if count == 0 { return }
      try copy.write(buffer.filled(count))
    }
  }
}
