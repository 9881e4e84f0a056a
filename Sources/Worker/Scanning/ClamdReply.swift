/// clamd's answer to INSTREAM (clamd(8)).
enum ClamdReply: Hashable {
  case clean
  case found(signature: String)
  /// The stream is longer than clamd's StreamMaxLength.
  case tooLarge
  /// An error, or words that this program does not know: no answer about the file.
  case error(String)

  /// Reads one reply without the NUL at its end. Only the very words that say so are taken for clean.
  init(_ text: String) {
    let found = " FOUND"
    if text == "stream: OK" {
      self = .clean
    } else if text.hasPrefix("stream: "), text.hasSuffix(found),
      text.utf8.count > "stream: ".utf8.count + found.utf8.count
    {
      self = .found(signature: String(text.dropFirst("stream: ".count).dropLast(found.count)))
    } else if text.hasPrefix("INSTREAM size limit exceeded") {
      self = .tooLarge
    } else {
      self = .error(text.isEmpty ? "clamd closed the connection without an answer" : "clamd says: \(text.prefix(200))")
    }
  }
}
