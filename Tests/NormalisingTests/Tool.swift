import Foundation

/// A program of the machine that judges what we made: poppler's and qpdf's readers.
struct Tool {
  let path: String

  init?(_ name: String) {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    guard
      let folder = folders.first(where: { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") })
    else { return nil }
    path = "\(folder)/\(name)"
  }

  static func isInstalled(_ names: String...) -> Bool {
    names.allSatisfy { Tool($0) != nil }
  }

  /// Runs the program and returns what it printed; nil when it failed.
  static func run(_ name: String, _ arguments: String...) throws -> String? {
    guard let tool = Tool(name) else { return nil }
    let process = Process()
    process.executableURL = URL(filePath: tool.path)
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
