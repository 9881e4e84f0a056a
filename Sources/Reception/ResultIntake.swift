import Dossiers
import Storage
import Worker
public import Workflow

/// Takes in what an officer hands back for a dossier.
public enum ResultIntake {
  /// Each file once into Storage, durably, and then into the record; where one of them is no readable document,
  /// nothing is taken in (`.unusable`).
  public static func take(
    _ paths: [String], for dossier: DossierID, by actor: String, in installation: Installation
  ) throws {
    let check = ResultCheck(scratch: installation.home.scratch)
    for path in paths {
      guard let problem = try check.problem(of: path) else { continue }
      throw ReceptionError(.unusable, "\(path): \(problem.message.en) \(problem.remedy.en)")
    }
    var files: [NewSubmission.File] = []
    do throws(StorageError) {
      let batch = try installation.files.batch()
      for path in paths {
        let stored = try batch.put(path: path, limit: nil)
        let name = String(path.split(separator: "/").last ?? "result")
        files.append(NewSubmission.File(name: name, sha256: stored.sha256, byteCount: stored.byteCount))
      }
      try batch.commit()
    } catch {
      throw ReceptionError(storage: error)
    }
    for file in files { try installation.store.recordResult(file, of: dossier, by: actor) }
  }
}
