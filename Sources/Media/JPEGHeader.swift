/// What a JPEG's markers say before its first scan (ITU-T T.81, annex B), read without decoding anything.
struct JPEGHeader {
  private(set) var size = PictureSize(width: 0, height: 0)
  private(set) var components = 0
  private(set) var orientation = Orientation.upright
  private(set) var dotsPerInch: Double?
  /// Photoshop writes CMYK with full ink as 0 and says so by this marker.
  private(set) var hasAdobeMarker = false
  /// Lossless, hierarchical or 12-bit: what decoders of photos don't read.
  private(set) var isSpecial = false

  /// Nil when no frame header is found: not a picture, or cut off before it.
  init?(_ bytes: UnsafeRawBufferPointer) {
    var offset = 2
    while let segment = Self.nextSegment(bytes, at: &offset) {
      switch segment.marker {
      case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
        readFrame(bytes, segment)
        // An orientation may stand behind the frame header, but nobody writes it there.
        return
      case 0xE0: readJFIF(bytes, segment.payload)
      case 0xE1: readExif(bytes, segment.payload)
      case 0xEE: hasAdobeMarker = hasAdobeMarker || bytes.has(ascii: "Adobe", at: segment.payload.lowerBound)
      case 0xDA, 0xD9: return nil
      default: break
      }
    }
    return nil
  }

  private struct Segment {
    let marker: UInt8
    let payload: Range<Int>
  }

  private static func nextSegment(_ bytes: UnsafeRawBufferPointer, at offset: inout Int) -> Segment? {
    while offset + 4 <= bytes.count {
      guard bytes[offset] == 0xFF else {
        // Decoders skip what stands between segments.
        offset += 1
        continue
      }
      let marker = bytes[offset + 1]
      switch marker {
      case 0xFF, 0x00:
        offset += 1
      case 0x01, 0xD0...0xD8:
        offset += 2
      default:
        guard let length = bytes.bigEndian16(at: offset + 2), length >= 2 else { return nil }
        let start = offset + 4
        let end = min(offset + 2 + length, bytes.count)
        offset = end
        return Segment(marker: marker, payload: start..<max(start, end))
      }
    }
    return nil
  }

  private mutating func readFrame(_ bytes: UnsafeRawBufferPointer, _ segment: Segment) {
    let start = segment.payload.lowerBound
    guard segment.payload.count >= 6, let height = bytes.bigEndian16(at: start + 1),
      let width = bytes.bigEndian16(at: start + 3)
    else { return }
    size = PictureSize(width: width, height: height)
    components = Int(bytes[start + 5])
    let isDCT = [0xC0, 0xC1, 0xC2, 0xC9, 0xCA].contains(segment.marker)
    isSpecial = !isDCT || bytes[start] != 8
  }

  private mutating func readJFIF(_ bytes: UnsafeRawBufferPointer, _ payload: Range<Int>) {
    guard payload.count >= 12, bytes.has(ascii: "JFIF\0", at: payload.lowerBound), dotsPerInch == nil else { return }
    let unit = bytes[payload.lowerBound + 7]
    guard let density = bytes.bigEndian16(at: payload.lowerBound + 8), density > 1 else { return }
    if unit == 1 { dotsPerInch = Double(density) }
    if unit == 2 { dotsPerInch = Double(density) * 2.54 }
  }

  private mutating func readExif(_ bytes: UnsafeRawBufferPointer, _ payload: Range<Int>) {
    guard bytes.has(ascii: "Exif\0", at: payload.lowerBound), payload.count > 6 else { return }
    let exif = Exif(UnsafeRawBufferPointer(rebasing: bytes[payload.dropFirst(6)]))
    orientation = exif.orientation ?? orientation
    // EXIF wins over JFIF: cameras and scanners write it, programs that resave write 72 or 96 into JFIF.
    dotsPerInch = exif.dotsPerInch ?? dotsPerInch
  }
}
