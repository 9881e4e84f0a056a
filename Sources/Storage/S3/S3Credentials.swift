import Files
import Glibc

/// Who we are to an S3 server.
public struct S3Credentials: Sendable, Hashable {
  public let accessKey: String
  public let secretKey: String
  public let sessionToken: String?

  /// From the environment (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN), or the profile AWS_PROFILE
  /// of a credentials file in AWS's format: AWS_SHARED_CREDENTIALS_FILE, `s3` among a systemd unit's credentials, or
  /// ~/.aws/credentials. Throws `denied` where there are none.
  public static func find() throws(StorageError) -> S3Credentials {
    if let access = variable("AWS_ACCESS_KEY_ID"), let secret = variable("AWS_SECRET_ACCESS_KEY") {
      return S3Credentials(accessKey: access, secretKey: secret, sessionToken: variable("AWS_SESSION_TOKEN"))
    }
    let places = [
      variable("AWS_SHARED_CREDENTIALS_FILE"), variable("CREDENTIALS_DIRECTORY").map { $0 + "/s3" },
      variable("HOME").map { $0 + "/.aws/credentials" },
    ].compactMap { $0 }
    let profile = variable("AWS_PROFILE") ?? "default"
    for place in places where access(place, F_OK) == 0 {
      let bytes: [UInt8]
      do {
        bytes = try OwnedDescriptor.reading(place).readToEnd(limit: 1 << 20)
      } catch {
        throw StorageError(.denied, "the credentials cannot be read: \(error)")
      }
      if let found = S3Credentials(file: String(decoding: bytes, as: UTF8.self), profile: profile) { return found }
    }
    throw StorageError(
      .denied,
      "no S3 credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or put the profile [\(profile)] into "
        + (places.first ?? "~/.aws/credentials"))
  }

  public init(accessKey: String, secretKey: String, sessionToken: String? = nil) {
    self.accessKey = accessKey
    self.secretKey = secretKey
    self.sessionToken = sessionToken
  }

  /// A profile of a file in AWS's format; nil where it is not there or not whole.
  public init?(file: String, profile: String) {
    var values: [String: String] = [:]
    var isOurs = false
    for line in file.split(whereSeparator: \.isNewline) {
      let text = Self.trimmed(line)
      if text.hasPrefix("#") || text.hasPrefix(";") { continue }
      if text.hasPrefix("[") {
        isOurs = Self.trimmed(text.dropFirst().prefix { $0 != "]" }) == profile
      } else if isOurs, let equals = text.firstIndex(of: "=") {
        values[Self.trimmed(text[..<equals]).lowercased()] = Self.trimmed(text[text.index(after: equals)...])
      }
    }
    guard let access = values["aws_access_key_id"], let secret = values["aws_secret_access_key"] else { return nil }
    self.init(accessKey: access, secretKey: secret, sessionToken: values["aws_session_token"])
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    let start = text.drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
