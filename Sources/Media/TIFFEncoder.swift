import CTIFF

/// Pictures to a TIFF file in memory, a page each.
public struct TIFFEncoder: ~Copyable {
  public enum Compression: Sendable {
    case none, lzw, deflate, packBits
    /// Fax group 4 (ITU-T T.6): black and white only, split at mid-grey.
    case group4

    fileprivate var tag: UInt16 {
      switch self {
      case .none: UInt16(COMPRESSION_NONE)
      case .lzw: UInt16(COMPRESSION_LZW)
      case .deflate: UInt16(COMPRESSION_ADOBE_DEFLATE)
      case .packBits: UInt16(COMPRESSION_PACKBITS)
      case .group4: UInt16(COMPRESSION_CCITTFAX4)
      }
    }
  }

  private let handle: UnsafeMutablePointer<hoso_tiff>
  private let pages: Int
  private var written = 0

  /// `pages` is how many will follow; TIFF wants it beside each page's number.
  public init(pages: Int) throws(EncodingFault) {
    guard let handle = hoso_tiff_create() else { throw EncodingFault("libtiff: no memory for a writer") }
    self.pages = pages
    self.handle = handle
  }

  deinit {
    hoso_tiff_close(handle)
  }

  public mutating func append(
    _ image: GreyImage, compression: Compression = .lzw, dotsPerInch: Double? = nil
  ) throws(EncodingFault) {
    if case .group4 = compression {
      try append(
        Self.packed(image), width: image.width, height: image.height, bits: 1, channels: 1,
        bytesPerRow: (image.width + 7) / 8, compression: compression, dotsPerInch: dotsPerInch)
    } else {
      try append(
        image.pixels, width: image.width, height: image.height, bits: 8, channels: 1, bytesPerRow: image.width,
        compression: compression, dotsPerInch: dotsPerInch)
    }
  }

  public mutating func append(
    _ image: ColourImage, compression: Compression = .lzw, dotsPerInch: Double? = nil
  ) throws(EncodingFault) {
    if case .group4 = compression { throw EncodingFault("group 4 holds black and white only") }
    try append(
      image.pixels, width: image.width, height: image.height, bits: 8, channels: 3, bytesPerRow: image.width * 3,
      compression: compression, dotsPerInch: dotsPerInch)
  }

  /// The whole file; the encoder is spent.
  public consuming func finish() throws(EncodingFault) -> [UInt8] {
    guard TIFFFlush(handle.pointee.tiff) != 0, handle.pointee.errors == 0, let bytes = handle.pointee.bytes else {
      throw fault("flush")
    }
    return [UInt8](UnsafeBufferPointer(start: bytes, count: Int(handle.pointee.count)))
  }

  private mutating func append(
    _ pixels: [UInt8], width: Int, height: Int, bits: UInt16, channels: UInt16, bytesPerRow: Int,
    compression: Compression, dotsPerInch: Double?
  ) throws(EncodingFault) {
    guard let wide = UInt32(exactly: width), let high = UInt32(exactly: height), wide > 0, high > 0 else {
      throw EncodingFault("TIFF cannot hold \(width) x \(height) pixels")
    }
    let number = UInt16(clamping: written)
    hoso_tiff_set_up_page(
      handle, wide, high, bits, channels, compression.tag, Float(dotsPerInch ?? 0), number, UInt16(clamping: pages))
    // libtiff's predictor works in place.
    var row = [UInt8](repeating: 0, count: bytesPerRow)
    for index in 0..<height {
      row.replaceSubrange(0..<bytesPerRow, with: pixels[index * bytesPerRow..<(index + 1) * bytesPerRow])
      guard TIFFWriteScanline(handle.pointee.tiff, &row, UInt32(index), 0) >= 0 else { throw fault("row \(index)") }
    }
    guard TIFFWriteDirectory(handle.pointee.tiff) != 0 else { throw fault("directory") }
    written += 1
  }

  private borrowing func fault(_ doing: String) -> EncodingFault {
    EncodingFault("libtiff, \(doing): \(String(cString: hoso_tiff_message(handle)))")
  }

  /// Eight pixels a byte, 1 for dark.
  private static func packed(_ image: GreyImage) -> [UInt8] {
    let bytesPerRow = (image.width + 7) / 8
    var packed = [UInt8](repeating: 0, count: bytesPerRow * image.height)
    for y in 0..<image.height {
      for x in 0..<image.width where image.pixels[y * image.width + x] < 128 {
        packed[y * bytesPerRow + x >> 3] |= 0x80 >> UInt8(x & 7)
      }
    }
    return packed
  }
}
