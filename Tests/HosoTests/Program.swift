import Foundation

/// The programs under test, as their users run them.
enum Program {
  struct Ended: Sendable {
    let status: Int32
    let output: String
    let errors: String
  }

  /// Where the built programs lie: beside the test bundle, or where `HOSO_TEST_BIN` says.
  static let folder: String = {
    if let named = ProcessInfo.processInfo.environment["HOSO_TEST_BIN"] { return named }
    let bundle = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path
    return FileManager.default.isExecutableFile(atPath: bundle + "/hoso") ? bundle : root + "/.build/debug"
  }()

  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// Runs `hoso` to its end.
  static func hoso(_ arguments: String..., home: String? = nil, input: Data? = nil) throws -> Ended {
    try run(folder + "/hoso", arguments + (home.map { ["--home", $0] } ?? []))
  }

  /// `environment` is added to ours; `started` is told the process's id.
  static func run(
    _ path: String, _ arguments: [String], environment: [String: String] = [:], started: (Int32) -> Void = { _ in }
  ) throws -> Ended {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let output = try Captured()
    let errors = try Captured()
    process.standardOutput = output.handle
    process.standardError = errors.handle
    process.standardInput = FileHandle.nullDevice
    try process.run()
    started(process.processIdentifier)
    process.waitUntilExit()
    return Ended(status: process.terminationStatus, output: try output.text(), errors: try errors.text())
  }

  /// Starts `hoso` and leaves it running; its log goes to `log`.
  static func start(_ arguments: [String], log: String, environment: [String: String] = [:]) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: folder + "/hoso")
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    if !FileManager.default.fileExists(atPath: log) {
      _ = FileManager.default.createFile(atPath: log, contents: nil)
    }
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: log))
    _ = try handle.seekToEnd()
    process.standardOutput = handle
    process.standardError = handle
    process.standardInput = FileHandle.nullDevice
    try process.run()
    return process
  }
}

/// A stream caught in a file: a pipe could fill up and stop the program.
private struct Captured {
  let path = NSTemporaryDirectory() + "hoso-test-\(UUID().uuidString)"
  let handle: FileHandle

  init() throws {
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
  }

  func text() throws -> String {
    try handle.close()
    defer { try? FileManager.default.removeItem(atPath: path) }
    return String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
  }
}
