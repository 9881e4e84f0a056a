import Digests
import Files

extension FileStore {
  /// Reads the whole file and compares it with its name. `damaged` where they differ, `not-found`, or what reading
  /// failed with.
  public func verify(_ sha256: String) throws(StorageError) -> StoredFile {
    let file = try openAfresh(sha256)
    let digest = SHA256Digest()
    let buffer = ChunkBuffer()
    var byteCount: Int64 = 0
    while true {
      let count = try storing { () throws(SystemCallError) in try file.read(into: buffer.space) }
      if count == 0 { break }
      digest.update(buffer.filled(count))
      byteCount += Int64(count)
    }
    let found = digest.finishHex()
    guard found == sha256 else {
      throw StorageError(.damaged, "\(sha256) holds \(byteCount) bytes with the digest \(found)")
    }
    return StoredFile(sha256: sha256, byteCount: byteCount)
  }

  /// Reads every stored file and compares it with its name; then looks for each of `expected`.
  ///
  /// Findings come one by one while it goes; the report counts them. `progress` gets the files and bytes read so far and
  /// stops the check by returning false.
  public func checkFixity(
    expected: some Sequence<StoredFile> = [], finding: (FixityFinding) -> Void,
    progress: (FixityReport) -> Bool = { _ in true }
  ) throws(StorageError) -> FixityReport {
    var report = FixityReport()
    func note(_ found: FixityFinding) {
      report.count(found)
      finding(found)
    }
    var goesOn = true
    try list { file in
      do throws(StorageError) {
        let verified = try verify(file.sha256)
        report.files += 1
        report.bytes += verified.byteCount
      } catch {
        // Not found: removed since it was listed.
        if error.code != .notFound {
          report.files += 1
          note(.init(error.code == .damaged ? .damaged : .unreadable, file.sha256, error.message))
        }
      }
      goesOn = progress(report)
      return goesOn
    }
    for file in expected {
      guard goesOn else { break }
      switch try size(of: file.sha256) {
      case nil: note(.init(.missing, file.sha256, "expected with \(file.byteCount) bytes, not in the store"))
      case let size? where size != file.byteCount:
        note(.init(.damaged, file.sha256, "expected with \(file.byteCount) bytes, has \(size)"))
      default: break
      }
      goesOn = progress(report)
    }
    report.isComplete = goesOn
    try leftovers { leftover in
      note(.init(leftover.isTemporary ? .temporary : .foreign, leftover.path, "\(leftover.byteCount) bytes"))
    }
    return report
  }
}
