/// An answer of an S3 server that is no success.
struct S3Failure {
  let status: Int
  /// S3's word, such as `NoSuchKey`; empty where the answer has none (after HEAD).
  let code: String
  let message: String

  init(_ answer: S3Answer) {
    let document = S3Document.read(answer.body)
    status = answer.status
    code = document?["Code"] ?? ""
    message = document?["Message"] ?? ""
  }

  /// The same call may go well a moment later.
  var isPassing: Bool {
    status >= 500 || status == 408 || status == 429
      || [
        "SlowDown", "RequestTimeout", "InternalError", "OperationAborted", "BadDigest", "IncompleteBody",
        "RequestTimeTooSkewed", "XAmzContentSHA256Mismatch", "XAmzContentChecksumMismatch",
      ].contains(code)
  }

  /// Our credentials were not taken: newer ones may be there.
  var isAboutCredentials: Bool {
    status == 401 || status == 403 && code != "RequestTimeTooSkewed"
  }

  func error(_ doing: String) -> StorageError {
    let words = [code, message].filter { !$0.isEmpty }.joined(separator: ": ")
    let text = "\(doing): the S3 server answers \(status)\(words.isEmpty ? "" : " (\(words))")"
    switch status {
    case 404 where code == "NoSuchBucket": return StorageError(.denied, text)
    case 404: return StorageError(.notFound, text)
    case 401, 403: return StorageError(.denied, text)
    case 507: return StorageError(.diskFull, text)
    default: return StorageError(isPassing ? .unavailable : .io, text)
    }
  }
}
