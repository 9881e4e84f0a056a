/// EXIF as a telephone writes it when it is held upright: the sensor's picture lies on its side, and a tag says so.
enum JPEGOrientation {
  /// `jpeg` with an EXIF segment behind its start marker. 6 means: turn by 90 degrees clockwise to show.
  static func tagged(_ jpeg: [UInt8], orientation: UInt8) -> [UInt8] {
    // TIFF header (big-endian), one directory with one entry: tag 0x0112, SHORT, count 1.
    let tiff: [UInt8] = [
      0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0,
    ]
    let body = Array("Exif".utf8) + [0, 0] + tiff
    let length = body.count + 2
    return Array(jpeg[..<2]) + [0xFF, 0xE1, UInt8(length >> 8), UInt8(length & 0xFF)] + body + Array(jpeg[2...])
  }
}
