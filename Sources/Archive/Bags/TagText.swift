import Glibc

/// The text of tag files: encodings and lines.
enum TagText {
  /// The bytes in the encoding that `bagit.txt` names; nil where they are not in it, or it is unknown.
  static func decode(_ bytes: [UInt8], encoding: String) -> String? {
    let name = encoding.uppercased()
    if name == "UTF-8" || name == "UTF8" || name == "US-ASCII" || name == "ASCII" {
      let text = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? bytes.dropFirst(3) : bytes[...]
      return String(validating: text, as: UTF8.self)
    }
    // RFC 2781 4.3: without a byte order mark UTF-16 is big-endian; glibc would take the machine's order.
    if name == "UTF-16", !bytes.starts(with: [0xfe, 0xff]), !bytes.starts(with: [0xff, 0xfe]) {
      return convert(bytes, from: "UTF-16BE")
    }
    return convert(bytes, from: name)
  }

  private static func convert(_ bytes: [UInt8], from encoding: String) -> String? {
    guard encoding.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f && $0 != UInt8(ascii: "/") }),
      let converter = iconv_open("UTF-8", encoding), converter != iconv_t(bitPattern: -1)
    else { return nil }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    // No encoding's character grows beyond four bytes of UTF-8, whatever it was before.
    var output = [CChar](repeating: 0, count: bytes.count * 4 + 16)
    let room = output.count
    let left: Int? = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var from = source.baseAddress
        var to = target.baseAddress
        var fromLeft = source.count
        var toLeft = target.count
        return iconv(converter, &from, &fromLeft, &to, &toLeft) == -1 || fromLeft > 0 ? nil : toLeft
      }
    }
    guard let left else { return nil }
    return String(validating: output[..<(room - left)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  // RFC 8493 2.1.3: lines end in LF, CR or CRLF. Swift's characters join CRLF, so this goes by scalars.
  static func lines(of text: String) -> [String] {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where previous == "\r": break
      case "\n", "\r":
        lines.append(String(line))
        line = String.UnicodeScalarView()
      default: line.append(scalar)
      }
      previous = scalar
    }
    if !line.isEmpty { lines.append(String(line)) }
    return lines
  }

  static func trimmed(_ text: some StringProtocol) -> String {
    var rest = Substring(text)[...]
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
