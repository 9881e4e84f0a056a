/// Formats that begin with an ISO base media box (ISO/IEC 14496-12): HEIC, AVIF, JPEG 2000 and XL, films.
enum IsoBoxSniffer {
  static func sniff(_ bytes: UnsafeRawBufferPointer) -> FileFormat? {
    guard bytes.count >= 12 else { return nil }
    if bytes.has(ascii: "jP  ", at: 4) { return .unsupported(.jpeg2000) }
    if bytes.has(ascii: "JXL ", at: 4) { return .unsupported(.jpegXL) }
    if bytes.has(ascii: "moov", at: 4) || bytes.has(ascii: "mdat", at: 4) || bytes.has(ascii: "wide", at: 4) {
      return .unsupported(.film)
    }
    guard bytes.has(ascii: "ftyp", at: 4) else { return nil }
    return sniffBrands(bytes)
  }

  private static func sniffBrands(_ bytes: UnsafeRawBufferPointer) -> FileFormat {
    // Major brand, version, compatible brands up to the box's end.
    let size = Int(bytes[0]) << 24 | Int(bytes[1]) << 16 | Int(bytes[2]) << 8 | Int(bytes[3])
    let end = min(bytes.count, max(size, 12), 256)
    var brands = [brand(bytes, at: 8)]
    var offset = 16
    while offset + 4 <= end {
      brands.append(brand(bytes, at: offset))
      offset += 4
    }
    // ISO/IEC 23008-12 annex B: heic, heix (images), heim, heis (layered), hevc, hevx (sequences).
    let hevc: Set<String> = ["heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs"]
    if brands[0] == "crx " { return .unsupported(.raw) }
    if brands[0].hasPrefix("avi") { return .unsupported(.avif) }
    if hevc.contains(brands[0]) { return .supported(.heic) }
    if ["mif1", "mif2", "msf1", "miaf"].contains(brands[0]) {
      // Structural brands only: the compatible ones say what is inside.
      if brands.contains(where: { $0 == "avif" || $0 == "avis" }) && hevc.isDisjoint(with: brands) {
        return .unsupported(.avif)
      }
      return .supported(.heic)
    }
    if brands[0] == "jp2 " || brands[0] == "jpx " { return .unsupported(.jpeg2000) }
    return .unsupported(.film)
  }

  private static func brand(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> String {
    String(decoding: bytes[offset..<offset + 4], as: UTF8.self)
  }
}
