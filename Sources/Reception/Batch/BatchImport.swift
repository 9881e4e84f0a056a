import Digests
import Foundation
public import Workflow

/// Takes a batch of dossiers in, one after the other, so that it can be stopped anywhere and run again: a dossier
/// that is in already, its files unchanged since, is known by its key and is not read a second time.
public final class BatchImport {
  /// What became of one dossier of the batch.
  public struct Outcome: Sendable {
    public enum Kind: Sendable {
      case takenIn(Dossier)
      /// In since an earlier run.
      case known(Dossier)
      case failed(ReceptionError)
    }

    public let name: String
    public let fileCount: Int
    public let kind: Kind
  }

  private let installation: Installation
  private let enqueuer: Enqueuer
  private let defaults: DossierDetails

  /// `defaults` hold where a dossier says nothing of its own.
  public init(_ installation: Installation, defaults: DossierDetails) {
    self.installation = installation
    enqueuer = Enqueuer(installation, channel: "import")
    self.defaults = defaults
  }

  /// Takes in dossiers until all are through or `goesOn` says no; tells each outcome as it comes.
  public func run(_ dossiers: [BatchDossier], goesOn: () -> Bool, each: (Outcome) -> Void) {
    for dossier in dossiers {
      guard goesOn() else { return }
      each(Outcome(name: dossier.name, fileCount: dossier.files.count, kind: takeIn(dossier)))
    }
  }

  private func takeIn(_ dossier: BatchDossier) -> Outcome.Kind {
    var details = dossier.details
    details.procedure = details.procedure ?? defaults.procedure
    details.sender = details.sender ?? defaults.sender
    do throws(ReceptionError) {
      if details.key == nil { details.key = try Self.key(of: dossier) }
      if let key = details.key, let known = try installation.dossier(key: key) {
        return .known(known)
      }
      let answer = try enqueuer.enqueue(paths: dossier.files, details: details)
      return answer.wasKnown ? .known(answer.dossier) : .takenIn(answer.dossier)
    } catch {
      return .failed(error)
    }
  }

  /// Names a dossier by its name and by each file's name, size and time of change: what can be known of a batch
  /// without reading it all again.
  static func key(of dossier: BatchDossier) throws(ReceptionError) -> String {
    let digest = SHA256Digest()
    digest.update(Array(dossier.name.utf8))
    for path in dossier.files {
      var status = stat()
      guard stat(path, &status) == 0 else { throw ReceptionError(.unreadable, "\(path) cannot be read") }
      let name = path.split(separator: "/").last ?? ""
      let line = "\n\(name)|\(status.st_size)|\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
      digest.update(Array(line.utf8))
    }
    return "import:" + digest.finishHex()
  }
}
