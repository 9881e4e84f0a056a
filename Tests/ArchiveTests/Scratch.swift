import Archive
import Digests
import Files
import Foundation
import Testing

/// A folder of one test alone, removed with it.
final class Scratch: Sendable {
  let path: String

  init() throws {
    path = "/tmp/hoso-archive-tests-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
    try Folder.create(path)
  }

  deinit { _ = try? Folder.removeTree(path) }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try write(name, Array(text.utf8))
  }

  /// Replaces what is there.
  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let full = "\(path)/\(name)"
    try Folder.create(Folder.parent(of: full))
    try Folder.removeFile(full)
    try OwnedDescriptor.creating(full, mode: 0o600).write(bytes)
    return full
  }

  func read(_ name: String) throws -> String {
    String(decoding: try OwnedDescriptor.reading("\(path)/\(name)").readToEnd(limit: 1 << 24), as: UTF8.self)
  }

  /// Every file below a folder, with its bytes' digest.
  func digests(below folder: String) throws -> [String: String] {
    var result: [String: String] = [:]
    try Folder.walk("\(path)/\(folder)") { file in
      guard file.status.kind == .file else { return }
      let bytes = try OwnedDescriptor.reading("\(path)/\(folder)/\(file.relativePath)").readToEnd(limit: 1 << 24)
      result[file.relativePath] = SHA256Digest.hex(of: bytes)
    }
    return result
  }

  /// A bag of a few files in `bag`.
  @discardableResult
  func makeBag(_ payload: [PackageEntry] = [PackageEntry(path: "a.txt", text: "hello\n")]) throws -> WrittenBag {
    try BagWriter.write(
      to: "\(path)/bag", payload: payload, info: BagInfo([.init("Bagging-Date", "2026-11-22")]))
  }
}

/// A program of this machine that judges us; nil, with a printed reason, where it is not there.
func run(_ program: String, _ arguments: [String]) throws -> (status: Int32, output: String)? {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = [program] + arguments
  let pipe = Pipe()
  process.standardOutput = pipe
  process.standardError = pipe
  try process.run()
  let output = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  if process.terminationStatus == 127 {
    print("skipped: \(program) is not here")
    return nil
  }
  return (process.terminationStatus, String(decoding: output, as: UTF8.self))
}

/// `../shared/<name>` beside the package; nil, with a printed reason, where it is absent.
func shared(_ name: String) -> String? {
  var root = #filePath[...]
  for _ in 0..<3 { root = root[..<(root.lastIndex(of: "/") ?? root.startIndex)] }
  let path = "\(root)/../shared/\(name)"
  if FileManager.default.fileExists(atPath: path) { return path }
  print("skipped: \(path) is absent")
  return nil
}
