/// What stands before a part's content.
package struct MultipartHead {
  package let name: String
  /// As the sender wrote it; nil for a field of text.
  package let fileName: String?
  /// It is sent as a file: it has a file's name, or a media type of its own. What has neither is text (RFC 7578, 4.4).
  package let isFile: Bool

  /// From the part's header lines.
  init(lines: [String]) throws {
    var disposition: String?
    var hasType = false
    for line in lines {
      guard let colon = line.firstIndex(of: ":") else { throw MultipartFault.badHead }
      switch line[..<colon].lowercased() {
      case "content-disposition":
        guard disposition == nil else { throw MultipartFault.badHead }
        disposition = String(line[line.index(after: colon)...])
      case "content-type": hasType = true
      default: break
      }
    }
    let parameters = disposition.map(HeaderParameters.init)
    guard let parameters, parameters.value == "form-data", let name = parameters["name"] else {
      throw MultipartFault.badHead
    }
    self.name = Self.unescaped(name)
    // RFC 7578 4.2 forbids the extended form, and well-known clients send it.
    fileName = parameters["filename*"].flatMap(Self.extended) ?? parameters["filename"].map(Self.unescaped)
    isFile = fileName != nil || hasType
  }

  /// Browsers escape these three, and nothing else (HTML, "multipart/form-data encoding algorithm").
  private static func unescaped(_ text: String) -> String {
    text.replacing("%22", with: "\"").replacing("%0D", with: "\r").replacing("%0A", with: "\n")
  }

  /// RFC 5987: `UTF-8''na%C3%AFve.jpg`.
  private static func extended(_ text: String) -> String? {
    let pieces = text.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
    guard pieces.count == 3, pieces[0].lowercased() == "utf-8" else { return nil }
    return PercentEncoding.decode(pieces[2])
  }
}

/// A header's value with its parameters: `form-data; name="files"`. Names are in small letters.
struct HeaderParameters {
  let value: String
  private let parameters: [String: String]

  init(_ text: String) {
    var pieces: [String] = [""]
    var isQuoted = false
    var isEscaped = false
    for character in text.unicodeScalars {
      if isEscaped {
        // Only these two are escapes: others' backslashes are their paths' (a name of Windows).
        if character != "\"" && character != "\\" { pieces[pieces.count - 1] += "\\" }
        pieces[pieces.count - 1].unicodeScalars.append(character)
        isEscaped = false
      } else if isQuoted, character == "\\" {
        isEscaped = true
      } else if character == "\"" {
        isQuoted.toggle()
      } else if character == ";", !isQuoted {
        pieces.append("")
      } else {
        pieces[pieces.count - 1].unicodeScalars.append(character)
      }
    }
    value = Self.trimmed(pieces[0][...]).lowercased()
    var parameters: [String: String] = [:]
    for piece in pieces.dropFirst() {
      guard let equals = piece.firstIndex(of: "=") else { continue }
      let name = Self.trimmed(piece[..<equals]).lowercased()
      if parameters[name] == nil { parameters[name] = Self.trimmed(piece[piece.index(after: equals)...]) }
    }
    self.parameters = parameters
  }

  subscript(name: String) -> String? { parameters[name] }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return String(text)
  }
}
