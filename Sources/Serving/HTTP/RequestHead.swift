import CMicroHTTPD
import Glibc

/// A request's head as the library holds it.
enum RequestHead {
  static func headers(of connection: OpaquePointer) -> [String: String] {
    var headers: [String: String] = [:]
    for (name, value) in values(of: connection, kind: .HEADER_KIND) {
      // RFC 9110 5.3: a name that comes again goes on the list.
      let key = name.lowercased()
      headers[key] = headers[key].map { $0 + ", " + value } ?? value
    }
    return headers
  }

  static func query(of connection: OpaquePointer) -> [(name: String, value: String)] {
    values(of: connection, kind: .GET_ARGUMENT_KIND).map { name, value in
      // What cannot be decoded stays as it came: no parameter of ours has such a value.
      (
        PercentEncoding.decode(name, plusIsSpace: true) ?? name,
        PercentEncoding.decode(value, plusIsSpace: true) ?? value
      )
    }
  }

  /// The peer's address as text, without its port; IPv4 also where it came over IPv6.
  static func address(of connection: OpaquePointer) -> String {
    guard let peer = hoso_http_peer(connection) else { return "" }
    var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
    let length = socklen_t(
      peer.pointee.sa_family == sa_family_t(AF_INET6) ? MemoryLayout<sockaddr_in6>.size : MemoryLayout<sockaddr_in>.size
    )
    guard getnameinfo(peer, length, &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST) == 0 else { return "" }
    let address = text.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    return address.hasPrefix("::ffff:") ? String(address.dropFirst(7)) : address
  }

  private static func values(of connection: OpaquePointer, kind: MHD_ValueKind) -> [(String, String)] {
    var list: [(String, String)] = []
    withUnsafeMutablePointer(to: &list) { list in
      _ = MHD_get_connection_values(
        connection, kind,
        { context, _, name, value in
          guard let context, let name else { return .YES }
          context.assumingMemoryBound(to: [(String, String)].self).pointee
            .append((String(cString: name), value.map { String(cString: $0) } ?? ""))
          return .YES
        }, list)
    }
    return list
  }
}
