/// What one kind of client may use: the same bounds for keys, or for addresses.
struct Gate: Sendable {
  let requests: TokenBuckets
  let bytes: TokenBuckets
  let uploads: UploadSlots

  init(requestsPerMinute: Int, bytesPerMinute: Int64, uploadsAtOnce: Int) {
    requests = TokenBuckets(perMinute: requestsPerMinute)
    bytes = TokenBuckets(perMinute: bytesPerMinute)
    uploads = UploadSlots(limit: uploadsAtOnce)
  }

  /// Lets a request in, or says when to come again.
  func enter(_ name: String) throws(Refusal) {
    guard requests.take(1, from: name) else { throw .tooMany(after: requests.secondsToWait(name)) }
    guard bytes.hasAny(name) else { throw .tooMany(after: bytes.secondsToWait(name)) }
  }

  func upload(_ name: String) throws(Refusal) -> UploadSlots.Slot {
    guard let slot = uploads.take(name) else { throw .tooMany(after: 2) }
    return slot
  }
}

extension Refusal {
  static func tooMany(after seconds: Int) -> Refusal {
    Refusal(
      429, "limit.requests", vi: "Quá nhiều yêu cầu trong thời gian ngắn. Vui lòng thử lại sau \(seconds) giây.",
      en: "Too many requests in a short time. Please try again in \(seconds) seconds.",
      headers: [("Retry-After", "\(seconds)")])
  }
}
