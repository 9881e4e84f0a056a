import Digests
import Dossiers
import Files
import Glibc

extension S3Store {
  public func list(_ visit: (StoredFile) -> Bool) throws(StorageError) {
    try survey(file: visit, foreign: { _ in })
  }

  public func leftovers(_ visit: (Leftover) -> Void) throws(StorageError) {
    try cache.temporaries(visit)
    try uploads { upload in
      visit(Leftover(path: upload.key, byteCount: 0, modifiedAt: upload.startedAt, isTemporary: true))
    }
    try survey(file: { _ in true }, foreign: visit)
  }

  public func sweep(olderThanSeconds age: Int64) throws(StorageError) -> Int {
    let now = Int64(time(nil))
    var removed = 0
    var spooled: [String] = []
    try cache.temporaries { if now - $0.modifiedAt >= age { spooled.append("\(cache.folder)/\($0.path)") } }
    for path in spooled where try storing({ () throws(SystemCallError) in try Folder.removeFile(path) }) {
      removed += 1
    }
    var old: [Upload] = []
    try uploads { if now - $0.startedAt >= age { old.append($0) } }
    for upload in old {
      do {
        _ = try client.send(
          S3Request(method: "DELETE", key: upload.key, query: [("uploadId", upload.id)]),
          doing: "ending an upload of \(upload.key)")
        removed += 1
      } catch  where error.code == .notFound {
        // It has ended meanwhile.
        continue
      } catch {
        throw error
      }
    }
    return removed
  }

  /// Goes over all keys, a page of a thousand at a time.
  private func survey(file: (StoredFile) -> Bool, foreign: (Leftover) -> Void) throws(StorageError) {
    try pages([("list-type", "2"), ("prefix", keyPrefix)], "continuation-token", "NextContinuationToken") { page in
      for object in page.all("Contents") {
        let key = object["Key"] ?? ""
        let size = object["Size"].flatMap { Int64($0) } ?? 0
        let name = String(key.split(separator: "/", omittingEmptySubsequences: false).last ?? "")
        if let ours = try? self.key(of: name), ours == key {
          guard file(StoredFile(sha256: name, byteCount: size)) else { return false }
        } else {
          let changed = object["LastModified"].flatMap(Self.seconds) ?? 0
          foreign(
            Leftover(
              path: String(key.dropFirst(keyPrefix.count)), byteCount: size, modifiedAt: changed, isTemporary: false))
        }
      }
      return true
    }
  }

  private struct Upload {
    let key: String
    let id: String
    let startedAt: Int64
  }

  /// Uploads in parts that were begun and not completed. A server that cannot list them has none that we could end.
  private func uploads(_ visit: (Upload) -> Void) throws(StorageError) {
    do {
      try pages([("uploads", ""), ("prefix", keyPrefix)], "key-marker", "NextKeyMarker") { page in
        for upload in page.all("Upload") {
          guard let key = upload["Key"], let id = upload["UploadId"] else { continue }
          visit(Upload(key: key, id: id, startedAt: upload["Initiated"].flatMap(Self.seconds) ?? 0))
        }
        return true
      }
    } catch  where error.code == .notFound || error.message.contains("NotImplemented") {
      return
    } catch {
      throw error
    }
  }

  /// Asks for one page of a listing after the other, until the last or until `visit` returns false.
  private func pages(
    _ query: [(String, String)], _ markerName: String, _ nextName: String, _ visit: (S3Document) -> Bool
  ) throws(StorageError) {
    var marker: String?
    while true {
      let request = S3Request(method: "GET", query: query + (marker.map { [(markerName, $0)] } ?? []))
      let answer = try client.send(request, doing: "listing \(location)")
      guard let page = S3Document.read(answer.body) else {
        throw StorageError(.io, "listing \(location): the S3 server's answer is no XML")
      }
      guard visit(page), page["IsTruncated"] == "true", let next = page[nextName], next != marker else { return }
      marker = next
    }
  }

  private static func seconds(_ text: String) -> Int64? { Timestamp(iso: text).map { $0.milliseconds / 1000 } }
}
