/// A JPEG file whose bytes can stand in a PDF as they are.
struct JPEGPicture {
  private let bytes: [UInt8]
  /// As stored, in pixels.
  private(set) var width = 0
  private(set) var height = 0
  private(set) var components = 0
  private var isPlain = false
  private var componentNames: [UInt8] = []
  private var hasColourMarker = false
  private var profileParts: [Int: ArraySlice<UInt8>] = [:]
  private var profileCount = 0
  private var scans = false

  /// Nil for what a PDF's reader need not understand: arithmetic coding, 12 bits, four inks, no frame at all.
  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
    read()
    guard isPlain, scans, width > 0, height > 0, components == 1 || components == 3 else { return nil }
  }

  /// `orientation`: the EXIF value by which the file was understood.
  func picture(orientation: Int) -> PDFPicture {
    var entries = "/Width \(width) /Height \(height) /BitsPerComponent 8 /Filter /DCTDecode"
    // ISO 32000-1, table 13: without Adobe's marker three components are taken for YCbCr; libjpeg and all who follow
    // it go by the components' names.
    if components == 3, !hasColourMarker, componentNames == Array("RGB".utf8) {
      entries += " /DecodeParms <</ColorTransform 0>>"
    }
    let swaps = (5...8).contains(orientation)
    return PDFPicture(
      widthInPixels: swaps ? height : width, heightInPixels: swaps ? width : height, entries: entries,
      colour: colour, bytes: bytes, placement: .init(orientation: orientation))
  }

  private var colour: PDFPicture.Colour {
    let parts = profileCount > 0 ? (1...profileCount).compactMap { profileParts[$0] } : []
    if !parts.isEmpty, parts.count == profileCount {
      let profile = Array(parts.joined())
      if EmbeddedProfile.isUsable(profile, components: components) { return .profile(profile, components: components) }
    }
    return components == 1 ? .grey : .rgb
  }

  /// ITU-T T.81, B.1.1: segments up to the first scan.
  private mutating func read() {
    var offset = 2
    while offset + 4 <= bytes.count {
      guard bytes[offset] == 0xFF else {
        offset += 1
        continue
      }
      let marker = bytes[offset + 1]
      if marker == 0xFF || marker == 0x00 {
        offset += 1
        continue
      }
      if marker == 0x01 || (0xD0...0xD8).contains(marker) {
        offset += 2
        continue
      }
      let length = Int(bytes[offset + 2]) << 8 | Int(bytes[offset + 3])
      let end = offset + 2 + length
      guard length >= 2, end <= bytes.count else { return }
      let payload = bytes[(offset + 4)..<max(offset + 4, end)]
      switch marker {
      case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF: readFrame(payload, marker: marker)
      case 0xE0: hasColourMarker = hasColourMarker || payload.starts(with: Array("JFIF\0".utf8))
      case 0xEE: hasColourMarker = hasColourMarker || payload.starts(with: Array("Adobe".utf8))
      case 0xE2: readProfile(payload)
      case 0xDA:
        scans = true
        return
      case 0xD9: return
      default: break
      }
      offset = end
    }
  }

  private mutating func readFrame(_ payload: ArraySlice<UInt8>, marker: UInt8) {
    let frame = Array(payload)
    guard frame.count >= 6, frame.count >= 6 + 3 * Int(frame[5]) else { return }
    height = Int(frame[1]) << 8 | Int(frame[2])
    width = Int(frame[3]) << 8 | Int(frame[4])
    components = Int(frame[5])
    componentNames = (0..<components).map { frame[6 + 3 * $0] }
    // Baseline, extended and progressive Huffman: what /DCTDecode promises.
    isPlain = (0xC0...0xC2).contains(marker) && frame[0] == 8
  }

  /// ICC.1:2010, B.4: a profile in numbered parts.
  private mutating func readProfile(_ payload: ArraySlice<UInt8>) {
    let name = Array("ICC_PROFILE\0".utf8)
    guard payload.starts(with: name), payload.count > name.count + 2 else { return }
    let start = payload.startIndex + name.count
    profileCount = Int(payload[start + 1])
    profileParts[Int(payload[start])] = payload[(start + 2)...]
  }
}
