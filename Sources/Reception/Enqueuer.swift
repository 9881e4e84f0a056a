public import Dossiers
import Pipeline
import Storage
public import Workflow

/// Takes one dossier in: each file once into Storage, then one transaction of the store. Whatever it returns is
/// durable; whatever it throws has acknowledged nothing.
public struct Enqueuer: Sendable {
  private let installation: Installation
  private let channel: String
  private let party: String?
  /// Bytes that one file may have.
  private let byteLimit: Int64

  /// `channel` names the way in: `cli`, `import`, `watch`, `http`, `zalo`.
  ///
  /// Parties take turns in the queue. Without `party`, a batch and a reception system are one each, and so is each
  /// sender at the counter or on the web.
  public init(
    _ installation: Installation, channel: String, party: String? = nil, byteLimit: Int64 = 2 << 30
  ) {
    self.installation = installation
    self.channel = channel
    self.party = party ?? (["cli", "web"].contains(channel) ? nil : channel)
    self.byteLimit = byteLimit
  }

  /// One dossier from files on disk, in the order given. Links are followed where whoever calls chose the paths
  /// himself, not below a folder that others lay files into.
  public func enqueue(
    paths: [String], below folder: String? = nil, details: DossierDetails, priority: Int = 0,
    supplements: DossierID? = nil, duplicates: DuplicatePolicy? = nil
  ) throws(ReceptionError) -> SubmissionAnswer {
    guard !paths.isEmpty else { throw ReceptionError(.noFiles, "there is no file to take in") }
    let procedure = try installation.procedure(details.procedure)
    var files: [NewSubmission.File] = []
    do {
      // One batch: the files become durable together, before the store knows of them.
      let batch = try installation.files.batch()
      for path in paths {
        let stored = try batch.put(path: path, below: folder, limit: byteLimit)
        files.append(
          NewSubmission.File(name: Self.name(of: path), sha256: stored.sha256, byteCount: stored.byteCount))
      }
      try batch.commit()
    } catch {
      throw ReceptionError(storage: error)
    }
    return try submit(
      files, procedure: procedure, details: details, priority: priority, supplements: supplements,
      duplicates: duplicates)
  }

  /// One dossier from files that are in Storage already, durably.
  public func enqueue(
    stored files: [NewSubmission.File], details: DossierDetails, priority: Int = 0, supplements: DossierID? = nil,
    duplicates: DuplicatePolicy? = nil
  ) throws(ReceptionError) -> SubmissionAnswer {
    guard !files.isEmpty else { throw ReceptionError(.noFiles, "there is no file to take in") }
    return try submit(
      files, procedure: try installation.procedure(details.procedure), details: details, priority: priority,
      supplements: supplements, duplicates: duplicates)
  }

  private func submit(
    _ files: [NewSubmission.File], procedure: String, details: DossierDetails, priority: Int,
    supplements: DossierID?, duplicates: DuplicatePolicy?
  ) throws(ReceptionError) -> SubmissionAnswer {
    let plan = try installation.activePlan()
    let files = files.map { file in
      var file = file
      file.name = SentText.line(file.name) ?? "file"
      return file
    }
    let submission = NewSubmission(
      idempotencyKey: details.key, channel: channel, sender: details.sender?.name.flatMap(SentText.line),
      contact: details.contact, procedure: procedure, plan: PlanID(rawValue: plan.id),
      firstDocumentStage: plan.stages.first { $0.scope == .document }?.id,
      firstDossierStage: plan.stages.first { $0.scope == .dossier }?.id, priority: priority, files: files,
      supplements: supplements, duplicates: duplicates, party: party)
    do {
      return try installation.store.submit(submission)
    } catch {
      throw ReceptionError(store: error)
    }
  }

  private static func name(of path: String) -> String {
    String(path.split(separator: "/").last ?? "file")
  }
}
