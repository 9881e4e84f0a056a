import Files
import Glibc

/// A folder of one test alone, removed with it.
final class Scratch {
  let path: String

  init() throws {
    path = "/tmp/hoso-storage-tests-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
    try Folder.create(path)
  }

  deinit { _ = try? Folder.removeTree(path) }

  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = try OwnedDescriptor.creating("\(path)/\(name)", mode: 0o600)
    try file.write(bytes)
    return file.path
  }
}
