import Foundation

/// A fresh folder that is gone after the test.
final class TemporaryHome: Sendable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "hoso-home-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    // The folder lies among temporary files; what cannot be removed now is swept with them.
    try? FileManager.default.removeItem(atPath: path)
  }

  func write(_ name: String, _ bytes: Data) throws -> String {
    let target = path + "/" + name
    try FileManager.default.createDirectory(
      atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try bytes.write(to: URL(fileURLWithPath: target))
    return target
  }

  /// Makes everything in it as old as that.
  func age(hours: Double) throws {
    let then = Date(timeIntervalSinceNow: -hours * 3600)
    let walk = FileManager.default.enumerator(atPath: path)
    while let name = walk?.nextObject() as? String {
      try FileManager.default.setAttributes([.modificationDate: then], ofItemAtPath: path + "/" + name)
    }
  }
}
