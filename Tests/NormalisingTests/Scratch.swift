import Files
import Foundation
import Media
import Normalising

/// A folder of its own for one test, gone with it.
final class Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "normalising-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    // What cannot be removed now is swept with the other temporary files.
    try? FileManager.default.removeItem(at: folder)
  }

  func path(_ name: String) -> String { folder.appending(path: name).path }

  func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: name)))
  }

  struct Page {
    let picture: PageImage
    var dotsPerInch: Double?
    var words: [PlacedWord] = []
  }

  /// Writes a copy of the pages and returns its path.
  func copy(
    _ pages: [Page], title: String = "Căn cước.jpg", level: ArchiveLevel = .unicode, as name: String = "copy.pdf",
    byteLimit: Int = 240 << 20
  ) throws -> String {
    let path = path(name)
    let copy = try ArchiveCopy(
      to: OwnedDescriptor.creating(path, mode: 0o600), title: title, level: level, byteLimit: byteLimit)
    for page in pages { try copy.add(page.picture, dotsPerInch: page.dotsPerInch, words: page.words) }
    let byteCount = try copy.finish()
    let status = try FileStatus.of(path)
    precondition(status?.byteCount == Int64(byteCount), "the size that is told is the file's")
    return path
  }
}

/// Pictures whose four corners and edges all differ, so that a wrong turn shows.
enum Pattern {
  static func colour(width: Int, height: Int) -> ColourImage {
    var pixels = [UInt8](repeating: 0, count: 3 * width * height)
    for y in 0..<height {
      for x in 0..<width {
        let offset = 3 * (y * width + x)
        pixels[offset] = UInt8(255 * x / width)
        pixels[offset + 1] = UInt8(255 * y / height)
        pixels[offset + 2] = x < width / 3 && y < height / 4 ? 230 : 30
      }
    }
    return ColourImage(width: width, height: height, pixels: pixels)
  }

  /// A JPEG with that EXIF orientation.
  static func jpeg(width: Int, height: Int, orientation: Int) throws -> [UInt8] {
    let plain = try JPEGEncoder.encode(colour(width: width, height: height), quality: 92)
    // One entry: tag 0x0112, SHORT, count 1.
    let exif: [UInt8] =
      Array("Exif\0\0MM".utf8) + [0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1]
      + [0, UInt8(orientation), 0, 0, 0, 0, 0, 0]
    let length = exif.count + 2
    return [0xFF, 0xD8, 0xFF, 0xE1, UInt8(length >> 8), UInt8(length & 0xFF)] + exif + plain.dropFirst(2)
  }
}
