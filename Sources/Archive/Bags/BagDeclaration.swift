/// `bagit.txt`: the version and the encoding that the rest is read by.
struct BagDeclaration {
  /// What is assumed where the bag does not say, so that the rest can still be checked.
  var version: (major: Int, minor: Int) = (1, 0)
  var encoding = "UTF-8"

  /// RFC 8493 is stricter than the drafts before it (0.93 to 0.97).
  var isFinal: Bool { version >= (1, 0) }

  init() {}

  init(reading bytes: [UInt8], into report: inout BagReport) {
    func malformed(_ detail: String, _ report: inout BagReport) {
      report.note(.declarationMalformed, .invalid, "bagit.txt", detail)
    }
    // RFC 8493 2.1.1: always UTF-8, and without a byte order mark.
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { malformed("starts with a byte order mark", &report) }
    guard let text = TagText.decode(bytes, encoding: "UTF-8") else {
      malformed("is not in UTF-8", &report)
      return
    }
    let lines = TagText.lines(of: text)
    if let value = Self.value(of: "BagIt-Version", in: lines) {
      let parts = value.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
      if parts.count == 2, let major = parts[0], let minor = parts[1] {
        report.version = value
        version = (major, minor)
        // 0.93 to 0.97 are the drafts that were in use, 1.0 is RFC 8493.
        if !((0, 93) <= version && version <= (0, 97)) && version != (1, 0) {
          report.note(.versionUnknown, .warning, "bagit.txt", "version \(value) is checked by the rules of 1.0")
        }
      } else {
        malformed("BagIt-Version \(value) is no version", &report)
      }
    } else {
      malformed("has no BagIt-Version", &report)
    }
    if let value = Self.value(of: "Tag-File-Character-Encoding", in: lines), !value.isEmpty {
      report.encoding = value
      encoding = value
    } else {
      malformed("has no Tag-File-Character-Encoding", &report)
    }
    if isFinal, report.version != nil, report.encoding != nil,
      lines != ["BagIt-Version: \(report.version ?? "")", "Tag-File-Character-Encoding: \(encoding)"]
    {
      malformed("is not spelled as RFC 8493 2.1.1 wants it, blanks included", &report)
    }
  }

  private static func value(of label: String, in lines: [String]) -> String? {
    for line in lines {
      guard let colon = line.firstIndex(of: ":") else { continue }
      if TagText.trimmed(line[..<colon]) == label { return TagText.trimmed(line[line.index(after: colon)...]) }
    }
    return nil
  }
}
