/// A place in a bucket of an S3 server, and how that server is spoken to.
public struct S3Location: Sendable, Hashable, CustomStringConvertible {
  static let scheme = "s3://"

  public let bucket: String
  /// In front of every key, without slashes at its ends; empty for the bucket's top.
  public let prefix: String
  /// `http://host:port` or `https://…`, without a path.
  public let endpoint: String
  public let region: String
  /// `endpoint/bucket/key` rather than `bucket.endpoint/key`.
  public let isPathStyle: Bool
  /// A file of certificates (PEM) to trust instead of the system's.
  public let certificates: String?
  /// Files above this go up in parts of this size or more. S3 takes no parts below 5 MiB.
  public let partBytes: Int64
  /// What the local copies may take up. 0 keeps none.
  public let cacheBytes: Int64

  static let settings = ["endpoint", "region", "path-style", "ca", "part-size", "cache"]

  /// `s3://bucket/prefix?endpoint=https://…&region=…&path-style=true&ca=FILE&part-size=16MiB&cache=2GiB`; every
  /// setting may be left out. The endpoint then comes from HOSO_S3_ENDPOINT or AWS's variables, the region from
  /// AWS's, the rest from HOSO_S3_PATH_STYLE, AWS_CA_BUNDLE and HOSO_FILES_CACHE. Throws `bad-location`.
  public init(_ text: String, environment: (String) -> String?) throws(StorageError) {
    let halves = text.dropFirst(Self.scheme.count).split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let path = halves.first.map { $0.split(separator: "/", omittingEmptySubsequences: true).map(String.init) } ?? []
    guard let bucket = path.first, Self.isBucket(bucket) else {
      throw StorageError(.badLocation, "“\(text)” names no bucket: s3://bucket/prefix")
    }
    guard !path.contains("."), !path.contains("..") else {
      throw StorageError(.badLocation, "“\(text)”: a prefix has no parts “.” or “..”")
    }
    var given: [String: String] = [:]
    for setting in halves.dropFirst().joined().split(separator: "&") {
      let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard Self.settings.contains(parts[0]), parts.count == 2 else {
        throw StorageError(
          .badLocation, "“\(setting)” is no setting of an S3 place; there are: \(Self.settings.joined(separator: ", "))"
        )
      }
      given[parts[0]] = S3Encoding.decode(parts[1])
    }
    func value(_ name: String, _ variables: String...) -> String? {
      if let value = given[name] { return value }
      for variable in variables { if let value = environment(variable), !value.isEmpty { return value } }
      return nil
    }
    self.bucket = bucket
    prefix = path.dropFirst().joined(separator: "/")
    region = value("region", "AWS_REGION", "AWS_DEFAULT_REGION") ?? "us-east-1"
    let server = value("endpoint", "HOSO_S3_ENDPOINT", "AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL")
    endpoint = if let server { try Self.checkedEndpoint(server) } else { "https://s3.\(region).amazonaws.com" }
    // Servers of one's own seldom have a name for each bucket; with a dot in it no certificate would match.
    let style = value("path-style", "HOSO_S3_PATH_STYLE")
    isPathStyle =
      if let style { try Self.flag(style, of: "path-style") } else { server != nil || bucket.contains(".") }
    certificates = value("ca", "AWS_CA_BUNDLE")
    partBytes = try Self.byteCount(value("part-size") ?? "16MiB", of: "part-size")
    cacheBytes = try Self.byteCount(value("cache", "HOSO_FILES_CACHE") ?? "2GiB", of: "cache")
    guard partBytes >= 5 << 20 else { throw StorageError(.badLocation, "part-size is 5MiB or more") }
  }

  public var description: String {
    "\(Self.scheme)\(bucket)\(prefix.isEmpty ? "" : "/\(prefix)") at \(endpoint)"
  }

  private static func isBucket(_ name: String) -> Bool {
    (3...63).contains(name.utf8.count)
      && name.utf8.allSatisfy { S3Encoding.isUnreserved($0) && $0 != UInt8(ascii: "~") }
  }

  private static func checkedEndpoint(_ text: String) throws(StorageError) -> String {
    var server = text[...]
    while server.hasSuffix("/") { server.removeLast() }
    let host =
      server.hasPrefix("https://") ? server.dropFirst(8) : server.hasPrefix("http://") ? server.dropFirst(7) : ""
    guard !host.isEmpty, !host.contains("/"), !host.contains("@"), host.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else {
      throw StorageError(.badLocation, "an endpoint is https://host or http://host:port, not “\(text)”")
    }
    return String(server)
  }

  private static func flag(_ text: String, of name: String) throws(StorageError) -> Bool {
    switch text.lowercased() {
    case "true", "yes", "1": return true
    case "false", "no", "0": return false
    default: throw StorageError(.badLocation, "\(name) is true or false, not “\(text)”")
    }
  }

  /// `512`, `16MiB`, `2GiB`, `1TiB`.
  static func byteCount(_ text: String, of name: String) throws(StorageError) -> Int64 {
    let units: [(String, Int64)] = [("KiB", 1 << 10), ("MiB", 1 << 20), ("GiB", 1 << 30), ("TiB", 1 << 40)]
    let unit = units.first { text.hasSuffix($0.0) }
    let digits = text.dropLast(unit == nil ? 0 : 3)
    guard let number = Int64(digits), number >= 0 else {
      throw StorageError(.badLocation, "\(name) is a size such as 512MiB or 2GiB, not “\(text)”")
    }
    let (bytes, overflows) = number.multipliedReportingOverflow(by: unit?.1 ?? 1)
    guard !overflows else { throw StorageError(.badLocation, "\(name) is too large: \(text)") }
    return bytes
  }
}
