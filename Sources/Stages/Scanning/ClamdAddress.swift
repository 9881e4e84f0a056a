import Pipeline

/// Where clamd listens: `/run/clamav/clamd.ctl`, or `tcp:127.0.0.1:3310`.
public enum ClamdAddress: Sendable, Hashable {
  case unix(path: String)
  case tcp(host: String, port: UInt16)

  /// Debian's own.
  public static let standard = "/run/clamav/clamd.ctl"

  /// nil where the text is neither.
  public init?(_ text: String) {
    if text.hasPrefix("/"), text.utf8.count > 1, text.utf8.count <= Self.longestPath, !text.utf8.contains(0) {
      self = .unix(path: text)
      return
    }
    guard text.hasPrefix("tcp:") else { return nil }
    let rest = text.dropFirst(4)
    guard let colon = rest.lastIndex(of: ":"), let port = UInt16(rest[rest.index(after: colon)...]), port > 0 else {
      return nil
    }
    var host = rest[..<colon]
    // An IPv6 address stands in brackets.
    if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
    guard !host.isEmpty, !host.contains(where: { $0.isWhitespace || $0 == "/" || $0 == "[" }) else { return nil }
    self = .tcp(host: String(host), port: port)
  }

  /// What a socket's address has room for (sun_path), with its NUL.
  private static let longestPath = 107

  static let form = TextForm(
    words: "the path of clamd's socket such as \(standard), or tcp:HOST:PORT",
    pattern: #"^(/[^\u0000]{1,106}|tcp:[^\s/]+:[1-9][0-9]{0,4})$"#
  ) { ClamdAddress($0) != nil }
}
