/// What a picture inside a PDF says of its own size, for the two formats whose decoders believe that rather than the
/// PDF's dictionary.
public enum EmbeddedPictureHeader {
  /// The filters whose data is looked into.
  static let filters: Set<String> = ["JPXDecode", "JBIG2Decode"]

  /// The largest width and height in pixels that the data, as it is stored behind the filter, names; nil where it
  /// names none.
  public static func size(of data: UnsafeRawBufferPointer, filter: String) -> (width: Int, height: Int)? {
    (filter == "JPXDecode" ? jpx(data) : jbig2(data)).map { ($0.width, $0.height) }
  }

  /// ISO/IEC 15444-1, A.5.1: the code stream begins with SOC and SIZ; boxes may stand before it.
  private static func jpx(_ data: UnsafeRawBufferPointer) -> PictureSize? {
    let marks: [UInt8] = [0xFF, 0x4F, 0xFF, 0x51]
    let end = min(data.count, 64 << 10) - marks.count
    guard end >= 0, let start = (0...end).first(where: { data[$0] == 0xFF && data[$0..<$0 + 4].elementsEqual(marks) }),
      let right = data.bigEndian32(at: start + 8), let bottom = data.bigEndian32(at: start + 12),
      let left = data.bigEndian32(at: start + 16), let top = data.bigEndian32(at: start + 20)
    else { return nil }
    return PictureSize(width: max(0, right - left), height: max(0, bottom - top))
  }

  /// ITU-T T.88, 7.2 and 7.4: pages, and the regions drawn on them, begin with width and height.
  private static func jbig2(_ data: UnsafeRawBufferPointer) -> PictureSize? {
    var largest: PictureSize?
    var position = 0
    // More segments than that only follow where pages are drawn from many small parts.
    for _ in 0..<256 {
      guard let segment = JBIG2Segment(data, at: position) else { break }
      if segment.hasSize, let width = data.bigEndian32(at: segment.dataStart),
        let height = data.bigEndian32(at: segment.dataStart + 4)
      {
        // A page that grows in stripes does not know its height (7.4.8.2); its regions do.
        let size = PictureSize(width: width, height: height == 0xFFFF_FFFF ? 1 : height)
        if size.pixels ?? .max > largest.map({ $0.pixels ?? .max }) ?? -1 { largest = size }
      }
      guard let length = segment.dataLength else { break }
      position = segment.dataStart + length
    }
    return largest
  }
}

/// ITU-T T.88, 7.2: a segment's header.
private struct JBIG2Segment {
  let dataStart: Int
  /// Nil where it is only known at its end.
  let dataLength: Int?
  /// Pages and regions.
  let hasSize: Bool

  init?(_ data: UnsafeRawBufferPointer, at start: Int) {
    guard let number = data.bigEndian32(at: start), start + 6 <= data.count else { return nil }
    let flags = data[start + 4]
    var position = start + 5
    var referred = Int(data[position] >> 5)
    if referred == 7 {
      guard let long = data.bigEndian32(at: position) else { return nil }
      referred = long & 0x1FFF_FFFF
      position += 4 + (referred + 8) / 8
    } else {
      position += 1
    }
    position += referred * (number <= 256 ? 1 : number <= 65_536 ? 2 : 4)
    position += flags & 0x40 == 0 ? 1 : 4
    guard let length = data.bigEndian32(at: position) else { return nil }
    dataStart = position + 4
    dataLength = length == 0xFFFF_FFFF ? nil : length
    // 7.3: text, halftone, generic and refinement regions; the page's own description.
    hasSize = [4, 6, 7, 20, 22, 23, 36, 38, 39, 40, 42, 43, 48].contains(flags & 0x3F)
  }
}
