import Foundation
import Glibc
import HTTPClient

/// `hoso serve` on a home and a free port of loopback; stopped with this.
final class LiveOffice {
  let home: String
  let address: String
  private let process: Process
  private let http = HTTPClient(limits: ClientLimits(responseBytes: 64 << 20, totalSeconds: 300))

  /// `arguments` and `environment` are added to the server's.
  init(home: String, _ arguments: [String] = [], environment: [String: String] = [:]) throws {
    self.home = home
    let port = Self.freePort()
    address = "http://127.0.0.1:\(port)"
    process = try Program.start(
      ["serve", "--listen", "127.0.0.1:\(port)", "--home", home, "--public-url", address] + arguments,
      log: home + "/serve.log", environment: environment)
    for _ in 0..<1200 {
      if (try? get("/healthz"))?.status == 200 { return }
      guard process.isRunning else { break }
      usleep(50_000)
    }
    process.terminate()
    throw Silent(log: (try? String(contentsOfFile: home + "/serve.log", encoding: .utf8)) ?? "")
  }

  deinit {
    process.terminate()
    process.waitUntilExit()
  }

  struct Silent: Error {
    let log: String
  }

  func key(_ scopes: String, environment: [String: String] = [:]) throws -> String {
    let made = try Program.run(
      Program.folder + "/hoso", ["keys", "create", "--scope", scopes, "--home", home], environment: environment)
    return String(made.output.split(separator: "\n").last ?? "")
  }

  func get(_ path: String, key: String? = nil, language: String = "vi") throws -> IncomingResponse {
    try http.send(OutgoingRequest("GET", address + path, headers: headers(key, language)))
  }

  /// A form with one file, and texts.
  func post(
    _ path: String, file part: String, _ bytes: [UInt8], name: String, texts: [String: String] = [:],
    key: String? = nil, language: String = "vi"
  ) throws -> IncomingResponse {
    let boundary = "office-\(UUID().uuidString)"
    var body = Array(
      "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(part)\"; filename=\"\(name)\"\r\n\r\n".utf8)
    body += bytes
    for (name, text) in texts {
      body += Array("\r\n--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(text)".utf8)
    }
    body += Array("\r\n--\(boundary)--\r\n".utf8)
    return try http.send(
      OutgoingRequest(
        "POST", address + path,
        headers: headers(key, language) + [("Content-Type", "multipart/form-data; boundary=\(boundary)")],
        body: .bytes(body)))
  }

  private func headers(_ key: String?, _ language: String) -> [(name: String, value: String)] {
    [("Accept-Language", language)] + (key.map { [("Authorization", "Bearer \($0)")] } ?? [])
  }

  private static func freePort() -> UInt16 {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    _ = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { place in
        bind(descriptor, place, length) == 0 ? getsockname(descriptor, place, &length) : -1
      }
    }
    return UInt16(bigEndian: address.sin_port)
  }
}
