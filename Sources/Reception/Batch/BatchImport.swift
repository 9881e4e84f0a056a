import Digests
public import Dossiers
import Files
import Foundation
public import Worker
import Workflow

/// Takes a batch of dossiers in, one after the other, so that it can be stopped anywhere and run again: a dossier
/// that is in already, its files unchanged since, is known by its key and is not read a second time.
public final class BatchImport {
  private let installation: Installation
  private let enqueuer: Enqueuer
  private let stacks: StackIntake?
  private let defaults: DossierDetails
  private let duplicates: DuplicatePolicy?

  /// `defaults` hold where a dossier says nothing of its own; without `desk` no stack is taken apart; `duplicates` nil
  /// leaves them to the plan.
  public init(
    _ installation: Installation, defaults: DossierDetails, desk: FileDesk?, duplicates: DuplicatePolicy? = nil
  ) {
    self.installation = installation
    enqueuer = Enqueuer(installation, channel: "import")
    stacks = desk.map { StackIntake(installation, desk: $0, channel: "import") }
    self.defaults = defaults
    self.duplicates = duplicates
  }

  /// Takes in dossiers until all are through or `goesOn` says no; tells each outcome as it comes.
  public func run(
    _ dossiers: some Sequence<BatchDossier>, goesOn: () -> Bool, each: (BatchOutcome) -> Void, passed: () -> Void
  ) {
    for dossier in dossiers {
      guard goesOn() else { return }
      takeIn(dossier, goesOn: goesOn, each: each)
      passed()
    }
  }

  private func takeIn(_ dossier: BatchDossier, goesOn: () -> Bool, each: (BatchOutcome) -> Void) {
    var outcome = BatchOutcome(name: dossier.name, kind: .failed)
    outcome.fileCount = dossier.files.count
    do {
      if let trouble = dossier.trouble { throw trouble }
      var details = dossier.details
      details.procedure = details.procedure ?? defaults.procedure
      details.sender = details.sender ?? defaults.sender
      let key = try details.key ?? Self.key(of: dossier)
      if let known = try installation.store.answer(idempotencyKey: key) {
        // Our own key tells by itself whether the files changed, one that somebody gave tells nothing of them.
        if details.key != nil { try Self.require(dossier.files, toBe: known.delivery) }
        outcome.kind = .known
        outcome.dossier = known.dossier.id
        return each(outcome)
      }
      var rest: [String] = []
      for path in dossier.files {
        guard dossier.maySplit, try split(path, of: dossier, details: details, goesOn: goesOn, each: each)
        else {
          rest.append(path)
          continue
        }
        guard goesOn() else { return }
      }
      if rest.isEmpty, !dossier.files.isEmpty { return }
      guard !dossier.isLoose else {
        throw ReceptionError(
          .noFiles, "it lies beside sub-folders and holds no cover sheet: put it into a sub-folder, a dossier each")
      }
      details.key = rest.count == dossier.files.count ? key : key + ":rest"
      let answer = try enqueuer.enqueue(
        paths: rest, below: dossier.folder, details: details, duplicates: duplicates)
      outcome.fileCount = rest.count
      outcome.succeed(answer)
    } catch is FileDesk.Stopped {
      // As if it had not been begun: the next run begins it anew.
      return
    } catch {
      outcome.fail(error)
    }
    each(outcome)
  }

  /// False where the file is no stack.
  private func split(
    _ path: String, of dossier: BatchDossier, details: DossierDetails, goesOn: () -> Bool,
    each: (BatchOutcome) -> Void
  ) throws -> Bool {
    guard let stacks, let stack = try stacks.open(path, below: dossier.folder) else { return false }
    stacks.takeIn(stack, details: details, duplicates: duplicates, goesOn: goesOn, each: each)
    return true
  }

  private static func require(_ files: [String], toBe known: Delivery) throws {
    let digests = try files.map { path in
      let digest = SHA256Digest()
      try OwnedDescriptor.reading(typed: path, followingLinks: false).readToEnd { digest.update($0) }
      return digest.finishHex()
    }
    guard Delivery(supplements: nil, sha256: digests) == known else { throw ReceptionError.keyReused() }
  }

  /// Names a dossier by its name and by each file's name, size and time of change: what can be known of a batch
  /// without reading it all again.
  static func key(of dossier: BatchDossier) throws(ReceptionError) -> String {
    let digest = SHA256Digest()
    digest.update(Array(dossier.name.utf8))
    for path in dossier.files {
      var status = stat()
      guard stat(EscapedPath.present(path), &status) == 0 else {
        throw ReceptionError(.unreadable, "\(path) cannot be read")
      }
      let name = path.split(separator: "/").last ?? ""
      let line = "\n\(name)|\(status.st_size)|\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
      digest.update(Array(line.utf8))
    }
    return "import:" + digest.finishHex()
  }
}
