/// What an S3 server answered.
struct S3Answer {
  let status: Int
  /// Names in lower case.
  let headers: [String: String]
  /// The body, where it did not go into a file.
  let body: [UInt8]

  var isGood: Bool { (200..<300).contains(status) }
}
