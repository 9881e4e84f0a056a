import Digests
import Glibc

/// AWS Signature Version 4 for S3, in headers ("Authenticating Requests: Using the Authorization Header").
public struct S3Signature: Sendable {
  public let credentials: S3Credentials
  public let region: String
  /// Seconds since 1970, by the server's clock as far as we know it.
  public let time: Int64

  public init(credentials: S3Credentials, region: String, time: Int64) {
    self.credentials = credentials
    self.region = region
    self.time = time
  }

  /// The headers that a request goes out with: those given, the signature's own, and the signature.
  ///
  /// `path` is encoded already; `query` is not. `payload` is the SHA-256 of the body in hexadecimal.
  public func headers(
    method: String, host: String, path: String, query: [(String, String)], headers given: [(String, String)],
    payload: String
  ) -> [(String, String)] {
    var headers = given + [("x-amz-content-sha256", payload), ("x-amz-date", timestamp)]
    if let token = credentials.sessionToken { headers.append(("x-amz-security-token", token)) }
    let signed = (headers + [("host", host)]).map { ($0.0.lowercased(), $0.1) }.sorted { $0.0 < $1.0 }
    let names = signed.map(\.0).joined(separator: ";")
    let request = [
      method, path, Self.canonical(query), signed.map { "\($0.0):\($0.1)\n" }.joined(), names, payload,
    ].joined(separator: "\n")
    let scope = "\(timestamp.prefix(8))/\(region)/s3/aws4_request"
    let text = "AWS4-HMAC-SHA256\n\(timestamp)\n\(scope)\n\(SHA256Digest.hex(of: request))"
    let signature = Hexadecimal.encode(MessageAuthentication.hmacSHA256(key: signingKey, message: text))
    headers.append(
      (
        "Authorization",
        "AWS4-HMAC-SHA256 Credential=\(credentials.accessKey)/\(scope),SignedHeaders=\(names),Signature=\(signature)"
      ))
    return headers
  }

  /// As the signature and the address spell it: names sorted, both sides encoded.
  static func canonical(_ query: [(String, String)]) -> String {
    query.map { (S3Encoding.encode($0.0), S3Encoding.encode($0.1)) }.sorted { $0 < $1 }
      .map { "\($0.0)=\($0.1)" }.joined(separator: "&")
  }

  private var signingKey: [UInt8] {
    var key = Array("AWS4\(credentials.secretKey)".utf8)
    for part in [String(timestamp.prefix(8)), region, "s3", "aws4_request"] {
      key = MessageAuthentication.hmacSHA256(key: key, message: part)
    }
    return key
  }

  /// ISO 8601, basic format, UTC.
  private var timestamp: String {
    var seconds = time_t(time)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    func digits(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(parts.tm_year + 1900)\(digits(parts.tm_mon + 1))\(digits(parts.tm_mday))T"
      + "\(digits(parts.tm_hour))\(digits(parts.tm_min))\(digits(parts.tm_sec))Z"
  }
}
