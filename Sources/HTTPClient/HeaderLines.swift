import CCurl

/// A request's headers as libcurl takes them: the one owner of the list.
final class HeaderLines {
  private(set) var list: UnsafeMutablePointer<curl_slist>?

  init(_ request: OutgoingRequest) throws(HTTPClientError) {
    // RFC 9110 5.6.2 and 5.5: what is not a token or a field's value could smuggle a second header in.
    for (name, value) in request.headers {
      guard !name.isEmpty, name.utf8.allSatisfy(Self.isTokenByte), !value.utf8.contains(where: Self.isControl) else {
        throw HTTPClientError(.badRequest, "the header “\(name.prefix(40))” cannot be sent")
      }
    }
    // No waiting for “100 Continue” before a body; no content type of libcurl's own choosing.
    try append("Expect:")
    if !request.headers.contains(where: { $0.name.lowercased() == "content-type" }) { try append("Content-Type:") }
    // A semicolon is libcurl's way to say: with an empty value.
    for (name, value) in request.headers { try append(value.isEmpty ? "\(name);" : "\(name): \(value)") }
  }

  deinit { hoso_curl_slist_free_all(list) }

  private func append(_ line: String) throws(HTTPClientError) {
    guard let longer = hoso_curl_slist_append(list, line) else {
      throw HTTPClientError(.unavailable, "libcurl has no memory for a header")
    }
    list = longer
  }

  private static func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }

  private static func isControl(_ byte: UInt8) -> Bool { (byte < 0x20 && byte != 0x09) || byte == 0x7f }
}
