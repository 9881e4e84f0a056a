import Dossiers
import Files
import Stages
import Storage
import Workflow

/// The file that a stage host writes for us: open on both sides, without a name from the beginning, so that nothing
/// is left behind whoever dies.
struct StageProduct {
  let file: OwnedDescriptor

  init(in scratch: String, of token: LeaseToken) throws(SystemCallError) {
    let path = "\(scratch)/product-\(token.task)-\(token.claim)"
    // A claim that was given up may have died between the two lines below.
    try Folder.removeFile(path)
    file = try OwnedDescriptor.creating(path, mode: 0o600)
    try Folder.removeFile(path)
  }

  /// Puts the file into Storage where the host says that it made one, and adds its digest to the output.
  func kept(_ output: [UInt8], in files: any FileStore) throws -> [UInt8] {
    guard case .copy(let format, let byteCount, _, let claimed) = NormalisedCopy(output: try JSONReader.value(output))
    else {
      return output
    }
    try file.rewind()
    let stored = try files.put(reading: file)
    guard stored.byteCount == byteCount else {
      throw HostComplaint(
        code: "fault", message: "the host made \(byteCount) bytes by its word and \(stored.byteCount) in fact")
    }
    let copy = NormalisedCopy.copy(format: format, byteCount: byteCount, sha256: stored.sha256, claimed: claimed)
    return Array(copy.output.canonical.utf8)
  }
}
