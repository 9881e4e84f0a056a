/// One call of S3's interface, before it has an address and a signature.
struct S3Request {
  var method: String
  /// Below the bucket, not encoded; empty for the bucket itself.
  var key = ""
  var query: [(String, String)] = []
  var headers: [(String, String)] = []
  var body = HTTPQuestion.Body.none
  /// Of the body, lower-case hexadecimal: part of the signature, so that the server refuses other bytes.
  var bodySHA256 = S3Request.emptySHA256

  static let emptySHA256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
}
