import FoundationEssentials

/// What a server says of an object in its headers.
struct S3ObjectFacts {
  let byteCount: Int64
  /// Between the object's last change and this answer; nil where the server leaves either out.
  let secondsSinceChange: Int64?
  private let entityTag: String
  /// Base 64, where the server keeps it.
  private let checksum: String?

  init(_ answer: S3Answer) {
    byteCount = answer.headers["content-length"].flatMap { Int64($0) } ?? -1
    entityTag = answer.headers["etag"].map { String($0.filter { $0 != "\"" }) } ?? ""
    let times = ["date", "last-modified"].map { answer.headers[$0].flatMap(ServerTime.header) }
    secondsSinceChange = times[0].flatMap { now in times[1].map { now - $0 } }
    checksum = answer.headers["x-amz-checksum-sha256"]
  }

  /// Whether the server shows that it holds these very bytes: by its SHA-256, or by the MD5 that is the entity tag of
  /// an object sent in one piece. False only means that it does not show it.
  func proves(_ digests: S3Digests) -> Bool {
    if let checksum { return checksum == digests.sha256Base64 }
    return digests.md5Hex == entityTag.lowercased()
  }
}
