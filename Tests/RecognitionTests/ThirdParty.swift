import Foundation
import Media

/// The shared corpus beside the package, where there is one.
enum ThirdParty {
  static let root: URL? = {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = package.deletingLastPathComponent().appendingPathComponent("shared/corpus")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()

  /// Where whole pictures may be read: pixel loops are some thirty times slower without optimisation.
  static var readable: URL? {
    #if DEBUG
      print("skipped: reading whole pictures needs a release build (swift test -c release)")
      return nil
    #else
      if root == nil { print("skipped: no ../shared/corpus") }
      return root
    #endif
  }

  static func open(_ file: URL) throws -> any MediaDocument {
    try MediaOpener.open(bytes: [UInt8](Data(contentsOf: file)), name: file.lastPathComponent)
  }
}
