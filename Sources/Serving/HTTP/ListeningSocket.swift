public import Files
import Glibc

/// A TCP socket that listens: made before the server, so that a taken port shows in plain words.
public struct ListeningSocket: Sendable {
  let descriptor: OwnedDescriptor
  /// `127.0.0.1:8080`: the port is the real one where 0 was asked for.
  public let address: String
  public let port: UInt16

  /// `HOST:PORT`, IPv6 in brackets; the host is a numeric address. Throws EINVAL for anything else.
  public init(_ text: String) throws(SystemCallError) {
    guard let colon = text.lastIndex(of: ":"), UInt16(text[text.index(after: colon)...]) != nil else {
      throw SystemCallError(call: "listen", code: EINVAL, path: text)
    }
    var host = String(text[..<colon])
    if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
    var hints = addrinfo()
    hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV | AI_PASSIVE
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, String(text[text.index(after: colon)...]), &hints, &found) == 0, let found else {
      throw SystemCallError(call: "listen", code: EINVAL, path: text)
    }
    defer { freeaddrinfo(found) }
    let raw = socket(found.pointee.ai_family, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard raw >= 0 else { throw SystemCallError(call: "socket", code: errno, path: text) }
    descriptor = OwnedDescriptor(owning: raw, path: text)
    var yes: Int32 = 1
    setsockopt(raw, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    guard bind(raw, found.pointee.ai_addr, found.pointee.ai_addrlen) == 0 else {
      throw SystemCallError(call: "bind", code: errno, path: text)
    }
    guard listen(raw, 512) == 0 else { throw SystemCallError(call: "listen", code: errno, path: text) }
    var bound = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    var service = [CChar](repeating: 0, count: Int(NI_MAXSERV))
    let named = withUnsafeMutablePointer(to: &bound) { storage in
      storage.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        getsockname(raw, address, &length) == 0
          && getnameinfo(address, length, nil, 0, &service, socklen_t(service.count), NI_NUMERICSERV) == 0
      }
    }
    let digits = service.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    guard named, let port = UInt16(digits) else {
      throw SystemCallError(call: "getsockname", code: errno, path: text)
    }
    self.port = port
    address = text[..<colon] + ":" + digits
  }
}
