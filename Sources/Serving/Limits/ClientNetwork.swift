import Glibc

/// Whom limits count behind an address.
enum ClientNetwork {
  /// An IPv4 address itself; of an IPv6 address its /64: that much every household has for itself, and could count as
  /// as many clients as it likes (RFC 6177).
  static func name(of address: String) -> String {
    var bytes = in6_addr()
    let text = address.prefix { $0 != "%" }
    guard text.contains(":"), inet_pton(AF_INET6, String(text), &bytes) == 1 else { return address }
    let all = withUnsafeBytes(of: bytes) { Array($0) }
    // ::ffff:0:0/96 is IPv4 on an IPv6 socket (RFC 4291 2.5.5.2).
    if all[..<10].allSatisfy({ $0 == 0 }), all[10] == 0xFF, all[11] == 0xFF {
      return all[12...].map { "\($0)" }.joined(separator: ".")
    }
    return stride(from: 0, to: 8, by: 2).map { String(Int(all[$0]) << 8 | Int(all[$0 + 1]), radix: 16) }
      .joined(separator: ":") + "::/64"
  }
}
