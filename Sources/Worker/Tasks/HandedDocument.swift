import Dossiers
import Files
import Pipeline
import Stages
import Storage

/// A document as stage hosts are given it: the file, and what its earlier stages left.
struct HandedDocument: Sendable {
  /// What the sender called it.
  let name: String
  let sha256: String
  /// The contained stages that ran, with their outputs as the record keeps them.
  let earlier: [KeptOutput]

  struct KeptOutput: Sendable {
    let stage: PlannedStage
    let output: JSONValue
  }

  /// Hands it to a host for `stage`. Outputs that lie in Storage are read only now.
  func open(
    in host: StageHost, from files: any FileStore, stage: PlannedStage, limits: StageHost.Limits
  ) throws {
    let outputs = try earlier.map { try RecordedOutput.bytes(of: $0.output, in: files) }
    let file = try files.open(sha256)
    try host.open(
      HostOpening(
        name: name, earlier: earlier.map { HostOpening.Earlier(uses: $0.stage.uses, settings: $0.stage.settings) },
        isStored: true),
      outputs: outputs, descriptor: file.raw, stage: stage.id, limits: limits)
  }
}
