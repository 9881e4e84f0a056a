import CPosix
import Files
import Glibc
import Stages

/// One conversation with clamd over its socket, in time or not at all.
final class ClamdConnection {
  /// What went wrong, for operators.
  struct Trouble: Error {
    let reason: String
  }

  /// Asked again and again while waiting: true when nobody wants the answer any more.
  typealias IsUnwanted = () -> Bool

  struct Unwanted: Error {}

  private let socket: OwnedDescriptor
  /// Milliseconds since boot.
  private let deadline: Int64
  private let isUnwanted: IsUnwanted

  private static let longestReply = 4_096
  private static let pulseMilliseconds: Int64 = 200

  init(_ address: ClamdAddress, deadline: Int64, isUnwanted: @escaping IsUnwanted) throws {
    self.deadline = deadline
    self.isUnwanted = isUnwanted
    switch address {
    case .unix(let path): socket = try Self.connect(toSocket: path)
    case .tcp(let host, let port): socket = try Self.connect(to: host, port)
    }
    try finishConnecting()
  }

  // MARK: Connecting

  private static func connect(toSocket path: String) throws -> OwnedDescriptor {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(path.utf8)
    let fits = withUnsafeMutableBytes(of: &address.sun_path) { room in
      guard bytes.count < room.count else { return false }
      room.copyBytes(from: bytes)
      return true
    }
    guard fits else { throw Trouble(reason: "the path of clamd's socket is too long: \(path)") }
    let length = socklen_t(MemoryLayout<sockaddr_un>.size)
    let socket = try make(AF_UNIX, "clamd at \(path)")
    let code = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { Glibc.connect(socket.raw, $0, length) }
    }
    // A socket whose queue is full says EAGAIN.
    guard code == 0 || errno == EINPROGRESS else { throw unreachable(path, errno) }
    return socket
  }

  private static func connect(to host: String, _ port: UInt16) throws -> OwnedDescriptor {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var found: UnsafeMutablePointer<addrinfo>?
    let code = getaddrinfo(host, String(port), &hints, &found)
    guard code == 0, let first = found else {
      throw Trouble(reason: "clamd's host \(host) is not known: \(String(cString: gai_strerror(code)))")
    }
    defer { freeaddrinfo(first) }
    let socket = try make(first.pointee.ai_family, "clamd at \(host):\(port)")
    guard Glibc.connect(socket.raw, first.pointee.ai_addr, first.pointee.ai_addrlen) == 0 || errno == EINPROGRESS else {
      throw unreachable("\(host):\(port)", errno)
    }
    return socket
  }

  private static func make(_ family: Int32, _ name: String) throws -> OwnedDescriptor {
    let raw = Glibc.socket(
      family, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue), 0)
    guard raw >= 0 else { throw unreachable(name, errno) }
    return OwnedDescriptor(owning: raw, path: name)
  }

  private static func unreachable(_ place: String, _ code: Int32) -> Trouble {
    Trouble(reason: "clamd cannot be reached at \(place): \(String(cString: strerror(code)))")
  }

  private func finishConnecting() throws {
    try wait(Int16(POLLOUT))
    var code: Int32 = 0
    var length = socklen_t(MemoryLayout<Int32>.size)
    getsockopt(socket.raw, SOL_SOCKET, SO_ERROR, &code, &length)
    guard code == 0 else { throw Self.unreachable(socket.path, code) }
  }

  // MARK: Talking

  /// Sends all of the bytes. False where clamd has hung up: it may have said why.
  func send(_ bytes: UnsafeRawBufferPointer) throws -> Bool {
    var rest = bytes
    while rest.count > 0 {
      let count = Glibc.send(socket.raw, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
      if count > 0 {
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      } else if errno == EAGAIN {
        try wait(Int16(POLLOUT))
      } else if errno == EPIPE || errno == ECONNRESET {
        return false
      } else if errno != EINTR {
        throw Trouble(reason: "sending to \(socket.path) failed: \(String(cString: strerror(errno)))")
      }
    }
    return true
  }

  func send(_ text: String) throws -> Bool {
    let bytes = Array(text.utf8)
    return try bytes.withUnsafeBytes { try send($0) }
  }

  /// What comes up to a NUL or the end; bytes that are no UTF-8 are replaced.
  func reply() throws -> String {
    var answer: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1_024)
    while answer.count < Self.longestReply {
      let count = recv(socket.raw, &buffer, buffer.count, 0)
      if count > 0 {
        answer += buffer[..<count]
        if let end = answer.firstIndex(of: 0) { return String(decoding: answer[..<end], as: UTF8.self) }
      } else if count == 0 || errno == ECONNRESET {
        break
      } else if errno == EAGAIN {
        try wait(Int16(POLLIN))
      } else if errno != EINTR {
        throw Trouble(reason: "reading from \(socket.path) failed: \(String(cString: strerror(errno)))")
      }
    }
    // Without its NUL an answer is cut short: half of "stream: OK" must not pass for a whole one.
    return ""
  }

  private func wait(_ events: Int16) throws {
    while true {
      if isUnwanted() { throw Unwanted() }
      let left = deadline - hoso_boot_milliseconds()
      guard left > 0 else { throw Trouble(reason: "\(socket.path) does not answer in time") }
      var watched = pollfd(fd: socket.raw, events: events, revents: 0)
      if poll(&watched, 1, Int32(min(left, Self.pulseMilliseconds))) > 0 { return }
    }
  }
}
