import Foundation
import Glibc

/// A `hoso serve` on a home of its own, which can be killed and started again at the same address.
///
/// `@unchecked Sendable`: one thread at a time starts, kills and looks at the process; the others know its address.
final class ServedHome: @unchecked Sendable {
  private let program: String
  private let home: String
  let port: Int
  private var process: Process?

  var address: String { "http://127.0.0.1:\(port)" }

  init(program: String, home: String) throws {
    self.program = program
    self.home = home
    port = try Self.freePort()
  }

  /// A key as `hoso keys create` makes it.
  func key(scopes: String) throws -> String {
    let made = Process()
    made.executableURL = URL(fileURLWithPath: program)
    made.arguments = ["keys", "create", "--scope", scopes, "--home", home]
    let pipe = Pipe()
    made.standardOutput = pipe
    made.standardError = FileHandle.nullDevice
    try made.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    made.waitUntilExit()
    guard made.terminationStatus == 0,
      let key = String(decoding: output, as: UTF8.self).split(separator: "\n").last
    else { throw UsageError(message: "\(program) makes no key") }
    return String(key)
  }

  func start() throws {
    let started = Process()
    started.executableURL = URL(fileURLWithPath: program)
    started.arguments = ["serve", "--listen", "127.0.0.1:\(port)", "--home", home]
    let log = home + "/serve.log"
    if !FileManager.default.fileExists(atPath: log) { _ = FileManager.default.createFile(atPath: log, contents: nil) }
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: log))
    _ = try handle.seekToEnd()
    started.standardOutput = handle
    started.standardError = handle
    started.standardInput = FileHandle.nullDevice
    try started.run()
    process = started
    for _ in 0..<600 {
      if isListening { return }
      guard started.isRunning else { break }
      usleep(50_000)
    }
    throw UsageError(message: "the server does not listen; see \(log)")
  }

  func killAndRestart() throws {
    if let running = process {
      kill(running.processIdentifier, SIGKILL)
      running.waitUntilExit()
    }
    try start()
  }

  func stop() {
    guard let running = process, running.isRunning else { return }
    running.terminate()
    running.waitUntilExit()
  }

  /// The server's resident memory; nil where it is not running.
  var memoryBytes: Int64? {
    guard let running = process,
      let status = try? String(contentsOfFile: "/proc/\(running.processIdentifier)/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmRSS:") }),
      let kilobytes = line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap({ Int64($0) })
    else { return nil }
    return kilobytes << 10
  }

  private var isListening: Bool {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    return Self.with(port) { connect(descriptor, $0, $1) } == 0
  }

  private static func freePort() throws -> Int {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    guard with(0, { bind(descriptor, $0, $1) }) == 0 else { throw UsageError(message: "no port is free") }
    var address = sockaddr_in()
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) }
    }
    guard code == 0 else { throw UsageError(message: "no port is free") }
    return Int(UInt16(bigEndian: address.sin_port))
  }

  private static func with(_ port: Int, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }
}
