import Files

/// What is asked of an HTTP server.
struct HTTPQuestion {
  enum Body {
    case none
    case bytes([UInt8])
    /// That part of a file, read where it is sent.
    case file(OwnedDescriptor, offset: Int64, length: Int64)

    var length: Int64 {
      switch self {
      case .none: 0
      case .bytes(let bytes): Int64(bytes.count)
      case .file(_, _, let length): length
      }
    }
  }

  var method: String
  var url: String
  var headers: [(String, String)]
  var body = Body.none
  /// Where the body of a good answer goes, from its present position on; nil keeps it in memory.
  var into: OwnedDescriptor?
}

/// What it answered.
struct HTTPAnswer {
  var status = 0
  /// Names in lower case.
  var headers: [String: String] = [:]
  /// The body, where it did not go into a file.
  var body: [UInt8] = []

  var isGood: Bool { (200..<300).contains(status) }
}

/// A transfer that did not come to an answer.
struct HTTPFailure: Error {
  enum Cause {
    /// The server could not be reached, or the connection broke.
    case connection
    /// Our own disk would not take or give the bytes.
    case file(SystemCallError)
  }

  let cause: Cause
  let message: String
}
