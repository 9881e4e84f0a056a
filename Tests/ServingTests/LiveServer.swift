import Digests
import Dossiers
import Files
import Foundation
import Glibc
import Logs
import Reception
import Serving
import Worker
import Workflow

/// A service on a free port of loopback, with a fresh home; gone with this.
final class LiveServer {
  let installation: Installation
  let home: String
  let port: UInt16
  private let server: Server

  init(behindProxy: Bool = false, _ change: (inout ServingLimits) -> Void = { _ in }) throws {
    home = NSTemporaryDirectory() + "serving-" + UUID().uuidString
    installation = try Installation.open(Home(path: home))
    var configuration = Service.Configuration(scratch: home + "/scratch")
    configuration.publicAddress = "https://hoso.example.vn"
    configuration.isBehindProxy = behindProxy
    change(&configuration.limits)
    let socket = try ListeningSocket("127.0.0.1:0")
    port = socket.port
    server = Server(Service(installation, configuration: configuration, log: SilentLog()), on: socket)
    try server.start()
  }

  deinit {
    server.stop(within: 1000)
    _ = try? Folder.removeTree(home)
  }

  func key(_ scopes: Set<AccessKey.Scope>) throws -> String {
    let text = try AccessKeyText.make()
    _ = try text.keep(
      scopes: scopes, label: "test", by: "test", at: Timestamp(milliseconds: 0), in: installation.store)
    return text.text
  }

  /// Everything in Storage and on its way there.
  func storedFiles() throws -> [String] {
    var paths: [String] = []
    try Folder.walk(home + "/files") { file in
      if file.status.kind == .file { paths.append(file.relativePath) }
    }
    return paths
  }

  /// Sends the bytes and reads until the server closes.
  func exchange(_ bytes: [UInt8], closingAfterwards: Bool = false) throws -> HTTPReply {
    let connection = try Loopback(port: port)
    try connection.send(bytes)
    if closingAfterwards { return HTTPReply([]) }
    return HTTPReply(connection.readToEnd())
  }

  func request(
    _ method: String, _ path: String, key: String? = nil, headers: [String] = [], body: [UInt8]? = nil
  ) throws -> HTTPReply {
    var lines = ["\(method) \(path) HTTP/1.1", "Host: localhost", "Connection: close"] + headers
    if let key { lines.append("Authorization: Bearer \(key)") }
    if let body { lines.append("Content-Length: \(body.count)") }
    return try exchange(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + (body ?? []))
  }

  func submit(_ body: String, key: String, headers: [String] = []) throws -> HTTPReply {
    try request(
      "POST", "/v1/dossiers", key: key, headers: ["Content-Type: multipart/form-data; boundary=b"] + headers,
      body: Array(body.utf8))
  }
}

/// A part of a form with the boundary `b`.
func part(_ name: String, file: String? = nil, _ content: String) -> String {
  let fileName = file.map { "; filename=\"\($0)\"" } ?? ""
  return "--b\r\nContent-Disposition: form-data; name=\"\(name)\"\(fileName)\r\n\r\n\(content)\r\n"
}

struct HTTPReply {
  let status: Int
  let head: String
  let body: String

  init(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let end = text.range(of: "\r\n\r\n")
    head = end.map { String(text[..<$0.lowerBound]) } ?? text
    body = end.map { String(text[$0.upperBound...]) } ?? ""
    let words = head.split(separator: " ", maxSplits: 2)
    status = words.count > 1 ? Int(words[1]) ?? 0 : 0
  }

  var json: JSONValue? { try? JSONDecoder().decode(JSONValue.self, from: Data(body.utf8)) }
}

/// A connection to loopback that waits a minute at the most.
final class Loopback {
  private let descriptor: Int32

  init(port: UInt16) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var time = timeval(tv_sec: 60, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
    let code = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard code == 0 else { throw SystemCallError(call: "connect", code: errno, path: "\(port)") }
  }

  deinit { close(descriptor) }

  func send(_ bytes: [UInt8]) throws {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      // The server has heard enough: its answer is there to be read.
      guard count > 0 else { return }
      sent += count
    }
  }

  func readToEnd() -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
    }
  }
}
