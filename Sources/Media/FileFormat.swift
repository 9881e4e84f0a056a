/// What a file is by its content: a type that is taken in, a known one that isn't, or neither.
enum FileFormat: Hashable {
  case supported(MediaType)
  case unsupported(KnownFormat)
  case unknown

  /// Decides by signatures, the surest first; names play no part.
  static func sniff(_ bytes: UnsafeRawBufferPointer) -> FileFormat {
    if let picture = sniffPicture(bytes) { return picture }
    if let boxed = IsoBoxSniffer.sniff(bytes) { return boxed }
    if bytes.has(ascii: "%PDF-", at: 0) { return .supported(.pdf) }
    if let other = sniffOther(bytes) { return other }
    if let markup = MarkupSniffer.sniff(bytes) { return markup }
    // Readers look for the header in the first 1024 bytes: ISO 32000-1, annex H.3, note 13.
    if bytes.firstRange(ofASCII: "%PDF-", within: 1024) != nil { return .supported(.pdf) }
    return MarkupSniffer.isPlainText(bytes) ? .unsupported(.text) : .unknown
  }

  private static func sniffPicture(_ bytes: UnsafeRawBufferPointer) -> FileFormat? {
    // The first four only: a copy in text mode mangles the line ends behind them, which is damage, not another type.
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return .supported(.png) }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .supported(.jpeg) }
    if isTIFF(bytes) { return bytes.has(ascii: "CR", at: 8) ? .unsupported(.raw) : .supported(.tiff) }
    if bytes.has(ascii: "RIFF", at: 0), bytes.has(ascii: "WEBP", at: 8) { return .unsupported(.webP) }
    if bytes.has(ascii: "GIF87a", at: 0) || bytes.has(ascii: "GIF89a", at: 0) { return .unsupported(.gif) }
    // A bitmap's info header gives its own size: 12 for OS/2, 40 and more for Windows.
    if bytes.has(ascii: "BM", at: 0), bytes.count > 18, (12...124).contains(bytes[14]), bytes[15] == 0 {
      return .unsupported(.bmp)
    }
    if bytes.starts(with: [0x00, 0x00, 0x01, 0x00]), bytes.count > 22, bytes[5] == 0, bytes[4] > 0 {
      return .unsupported(.icon)
    }
    // P1 to P6 and white space.
    if bytes.count > 3, bytes[0] == 0x50, (0x31...0x36).contains(bytes[1]), [0x0A, 0x0D, 0x20, 0x09].contains(bytes[2])
    {
      return .unsupported(.netpbm)
    }
    return nil
  }

  /// Both byte orders, classic (42) and BigTIFF (43).
  private static func isTIFF(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.starts(with: [0x49, 0x49, 0x2A, 0x00]) || bytes.starts(with: [0x4D, 0x4D, 0x00, 0x2A])
      || bytes.starts(with: [0x49, 0x49, 0x2B, 0x00]) || bytes.starts(with: [0x4D, 0x4D, 0x00, 0x2B])
  }

  private static func sniffOther(_ bytes: UnsafeRawBufferPointer) -> FileFormat? {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return .unsupported(sniffZip(bytes)) }
    for (signature, format) in textSignatures where bytes.has(ascii: signature, at: 0) { return .unsupported(format) }
    for (signature, format) in binarySignatures where bytes.starts(with: signature) { return .unsupported(format) }
    return bytes.has(ascii: "ustar", at: 257) ? .unsupported(.tar) : nil
  }

  /// Office formats are ZIP archives; the names of their members stand uncompressed among the bytes.
  private static func sniffZip(_ bytes: UnsafeRawBufferPointer) -> KnownFormat {
    if bytes.has(ascii: "mimetypeapplication/vnd.oasis.opendocument", at: 30) { return .openDocument }
    let isPackage = ["[Content_Types].xml", "Index/", "FixedDocSeq.fdseq"].contains {
      bytes.firstRange(ofASCII: $0, within: 1 << 20) != nil
    }
    guard isPackage else { return .zip }
    let members: [(String, KnownFormat)] = [
      ("word/", .word), ("xl/", .excel), ("ppt/", .powerPoint), ("Index/Document.iwa", .iWork),
      ("FixedDocSeq.fdseq", .xps),
    ]
    for (member, format) in members where bytes.firstRange(ofASCII: member, within: 1 << 22) != nil { return format }
    return .zip
  }

  private static let textSignatures: [(String, KnownFormat)] = [
    ("8BPS", .psd), ("{\\rtf", .rtf), ("%!PS", .postScript), ("%FDF-", .formData), ("Rar!", .rar), ("BZh", .bzip2),
    ("AT&TFORM", .djVu), ("AC10", .dwg), ("RIFF", .film), ("FUJIFILMCCD-RAW", .raw), ("IIRO", .raw), ("IIRS", .raw),
    ("IIU\0", .raw), ("MMOR", .raw), ("ID3", .sound), ("OggS", .sound), ("fLaC", .sound), ("FLV", .film),
    ("SQLite format 3", .database), ("\u{7F}ELF", .program), ("!<arch>", .program),
  ]

  private static let binarySignatures: [([UInt8], KnownFormat)] = [
    ([0x50, 0x4B, 0x05, 0x06], .zip), ([0x37, 0x7A, 0xBC, 0xAF], .sevenZip), ([0x1F, 0x8B, 0x08], .gzip),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .xz), ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .oldOffice),
    ([0xFF, 0x4F, 0xFF, 0x51], .jpeg2000), ([0xFF, 0x0A], .jpegXL), ([0x4D, 0x5A, 0x90, 0x00], .program),
    ([0x1A, 0x45, 0xDF, 0xA3], .film), ([0x00, 0x00, 0x01, 0xBA], .film), ([0x30, 0x26, 0xB2, 0x75], .film),
    ([0xC5, 0xD0, 0xD3, 0xC6], .postScript),
  ]
}
