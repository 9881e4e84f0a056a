/// What a string setting must look like: for the check, for its message and for the schema.
public struct TextForm: Sendable {
  /// In words, after "expected": `an agency code such as H26.1`.
  public let words: String
  /// The same for JSON Schema, as an ECMA-262 regular expression.
  public let pattern: String
  public let matches: @Sendable (String) -> Bool

  public init(words: String, pattern: String, matches: @escaping @Sendable (String) -> Bool) {
    self.words = words
    self.pattern = pattern
    self.matches = matches
  }

  public static let text = TextForm(words: "some text", pattern: #"\S"#) { $0.contains { !$0.isWhitespace } }

  public static let absolutePath = TextForm(
    words: "an absolute path such as /usr/bin/clamdscan", pattern: "^/[^\\u0000]+$"
  ) { $0.hasPrefix("/") && $0.utf8.count > 1 && !$0.utf8.contains(0) }

  public static let webAddress = TextForm(
    words: "an address that begins with https:// or http:// and has no ? or #",
    pattern: "^https?://[^\\s/?#]+[^\\s?#]*$"
  ) { address in
    guard let scheme = ["https://", "http://"].first(where: address.hasPrefix) else { return false }
    let rest = address.dropFirst(scheme.count)
    return !rest.isEmpty && rest.first != "/" && !rest.contains { $0.isWhitespace || $0 == "?" || $0 == "#" }
  }
}
