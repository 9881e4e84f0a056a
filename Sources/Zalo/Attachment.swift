import Dossiers

/// A picture or file in a message.
struct Attachment: Sendable, Hashable {
  let address: String
  /// As the citizen called it; nil for pictures.
  let name: String?
  /// Bytes, as told beforehand; nil where not.
  let byteCount: Int64?

  /// Those of an event that can be fetched.
  static func all(in payload: JSONValue) -> [Attachment] {
    (payload["message"]?["attachments"]?.array ?? []).compactMap { attachment in
      let content = attachment["payload"]
      guard let address = content?["url"]?.string else { return nil }
      // A size is a string of digits; by some accounts a number.
      let size = content?["size"].flatMap { $0.integer ?? $0.string.flatMap { Int64($0) } }
      return Attachment(address: address, name: content?["name"]?.string, byteCount: size)
    }
  }
}
