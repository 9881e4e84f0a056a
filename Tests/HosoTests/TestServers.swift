import Foundation

/// What Tests/run set up for tests of many machines.
enum TestServers {
  static let postgres = ProcessInfo.processInfo.environment["HOSO_TEST_POSTGRES"]
  static let s3 = ProcessInfo.processInfo.environment["HOSO_TEST_S3"]

  /// A place of its own on the S3 server.
  static func s3Place() -> String {
    let halves = (s3 ?? "").split(separator: "?", maxSplits: 1)
    return "\(halves[0])/\(UUID().uuidString)?\(halves.dropFirst().joined())"
  }
}
