import Files
import Glibc
import Storage

/// The S3 server that Tests/s3 started, or an operator's own: HOSO_TEST_S3 is a place in one of its buckets.
enum S3Server {
  static let url: String? = {
    guard let place = getenv("HOSO_TEST_S3") else {
      print("skipped: the S3 tests, as HOSO_TEST_S3 names no server (Tests/run starts one)")
      return nil
    }
    return String(cString: place)
  }()

  /// A place of its own, below the server's.
  static func place(settings: String = "") -> String {
    let halves = (url ?? "").split(separator: "?", maxSplits: 1)
    let name = String(UInt64.random(in: 0...UInt64.max), radix: 16)
    return "\(halves[0])/\(name)?\(halves.dropFirst().joined())\(settings)"
  }

  static func location(settings: String = "") throws -> S3Location {
    try S3Location(place(settings: settings)) { name in getenv(name).map { String(cString: $0) } }
  }

  /// An empty store.
  static func store(cache: String, settings: String = "") throws -> S3Store {
    try S3Store(location(settings: settings), cache: cache)
  }
}
