import Digests
import Files
import Glibc

extension S3Store {
  /// Sends a spooled file; durable and held against its digests when this returns.
  ///
  /// One that is there already is replaced: the server dates it anew, so that no sweep takes it before its record is
  /// made, and to put the good bytes in again is how a store is mended.
  func upload(_ file: OwnedDescriptor, as stored: StoredFile) throws(StorageError) {
    let key = try key(of: stored.sha256)
    let digests = try S3Digests(of: file)
    guard digests.file == stored else {
      throw StorageError(.damaged, "\(stored.sha256) was spooled to \(file.path) and is read back as other bytes")
    }
    if stored.byteCount > location.partBytes {
      try uploadInParts(file, stored, key)
    } else {
      let answer = try client.send(
        S3Request(
          method: "PUT", key: key, headers: digests.headers,
          body: .file(file, offset: 0, length: stored.byteCount), bodySHA256: stored.sha256),
        doing: "storing \(stored.sha256)")
      if S3ObjectFacts(answer).proves(digests) { return }
    }
    try requireSound(key, stored, digests)
  }

  /// For servers whose answer proves nothing: the bytes are read back.
  private func requireSound(_ key: String, _ stored: StoredFile, _ digests: S3Digests) throws(StorageError) {
    if let there = try head(key, stored.sha256), there.byteCount == stored.byteCount, there.proves(digests) { return }
    let there = try S3Digests(of: try openAfresh(stored.sha256))
    guard there.file == stored else {
      throw StorageError(.io, "\(stored.sha256) is not what the S3 server gives back: \(there.sha256Hex)")
    }
  }

  // MARK: In parts

  /// S3 takes at most so many parts.
  private static let partsAllowed: Int64 = 10_000
  private static let partsAtOnce = 3

  private func uploadInParts(_ file: OwnedDescriptor, _ stored: StoredFile, _ key: String) throws(StorageError) {
    let doing = "storing \(stored.sha256)"
    let begun = try client.send(
      S3Request(method: "POST", key: key, query: [("uploads", "")], body: .bytes([])), doing: doing)
    guard let id = S3Document.read(begun.body)?["UploadId"], !id.isEmpty else {
      throw StorageError(.io, "\(doing): the S3 server began no upload")
    }
    do {
      let size = max(location.partBytes, (stored.byteCount + Self.partsAllowed - 1) / Self.partsAllowed)
      let count = Int((stored.byteCount + size - 1) / size)
      let tags = try Crew.map(count, atOnce: Self.partsAtOnce) { part throws(StorageError) in
        try uploadPart(
          file, part + 1, from: Int64(part) * size, length: min(size, stored.byteCount - Int64(part) * size), key, id,
          doing)
      }
      try complete(tags, stored, key, id, doing)
    } catch {
      // Best effort: what stays is swept by age.
      _ = try? client.send(S3Request(method: "DELETE", key: key, query: [("uploadId", id)]), doing: doing)
      throw error
    }
  }

  /// Returns the part's entity tag.
  private func uploadPart(
    _ file: OwnedDescriptor, _ number: Int, from offset: Int64, length: Int64, _ key: String, _ id: String,
    _ doing: String
  ) throws(StorageError) -> String {
    let digests = try S3Digests(of: file, from: offset, length: length)
    let answer = try client.send(
      S3Request(
        method: "PUT", key: key, query: [("partNumber", "\(number)"), ("uploadId", id)], headers: digests.headers,
        body: .file(file, offset: offset, length: length), bodySHA256: digests.sha256Hex),
      doing: "\(doing), part \(number)")
    guard let tag = answer.headers["etag"] else { throw StorageError(.io, "\(doing): part \(number) got no ETag") }
    return tag
  }

  private func complete(
    _ tags: [String], _ stored: StoredFile, _ key: String, _ id: String, _ doing: String
  ) throws(StorageError) {
    let parts = tags.enumerated().map { index, tag in
      "<Part><PartNumber>\(index + 1)</PartNumber><ETag>\(tag.replacing("\"", with: "&quot;"))</ETag></Part>"
    }
    let body = Array("<CompleteMultipartUpload>\(parts.joined())</CompleteMultipartUpload>".utf8)
    do {
      _ = try client.send(
        S3Request(
          method: "POST", key: key, query: [("uploadId", id)], body: .bytes(body),
          bodySHA256: SHA256Digest.hex(of: body)), doing: doing)
    } catch  where error.code == .notFound {
      // A first try whose answer was lost may have completed it.
      guard try head(key, stored.sha256)?.byteCount == stored.byteCount else { throw error }
    } catch {
      throw error
    }
  }
}
