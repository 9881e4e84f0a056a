import Foundation

/// A program of the machine that judges what we made: other people's readers.
public struct Tool: Sendable {
  public let path: String

  /// Nil where it is not installed.
  public init?(_ name: String) {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    guard
      let folder = folders.first(where: { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") })
    else { return nil }
    path = "\(folder)/\(name)"
  }

  public static func isInstalled(_ names: String...) -> Bool {
    names.allSatisfy { Tool($0) != nil }
  }

  /// Runs the program and returns what it printed; nil when it failed or is not there.
  public static func run(_ name: String, _ arguments: String...) throws -> String? {
    try Tool(name)?.run(arguments)
  }

  /// Runs the program and returns what it printed; nil when it failed.
  public func run(_ arguments: [String]) throws -> String? {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { return nil }
    return String(decoding: data, as: UTF8.self)
  }
}
