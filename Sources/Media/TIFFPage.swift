import CTIFF

/// One page of a TIFF: where its directory stands, and what its tags say.
struct TIFFPage {
  let directoryOffset: UInt64
  let size: PictureSize
  let orientation: Orientation
  let dotsPerInch: Double?
  /// Previews and transparency masks that accompany a page (TIFF 6.0, NewSubfileType bits 0 and 2).
  let isAccessory: Bool
  /// How its rows can be read one by one, if they can.
  let rowFormat: RowFormat?
  let needsRGBFromJPEG: Bool

  enum RowFormat {
    /// One bit a pixel, most significant first.
    case bilevel(zeroIsWhite: Bool)
    case grey(zeroIsWhite: Bool)
    case rgb
  }

  init(_ page: hoso_tiff_page) {
    directoryOffset = page.directory_offset
    size = PictureSize(width: Int(page.width), height: Int(page.height))
    orientation = Orientation(rawValue: Int(page.orientation)) ?? .upright
    let resolution = Double(page.x_resolution)
    switch Int32(page.resolution_unit) {
    case RESUNIT_INCH where resolution > 1 && resolution < 100_000: dotsPerInch = resolution
    case RESUNIT_CENTIMETER where resolution > 1 && resolution < 100_000: dotsPerInch = resolution * 2.54
    default: dotsPerInch = nil
    }
    isAccessory = page.subfile_type & UInt32(FILETYPE_REDUCEDIMAGE | FILETYPE_MASK) != 0
    needsRGBFromJPEG =
      Int32(page.compression) == COMPRESSION_JPEG && Int32(page.photometric) == PHOTOMETRIC_YCBCR
      && page.bits_per_sample == 8 && page.samples_per_pixel == 3
    rowFormat = Self.rowFormat(of: page, asRGB: needsRGBFromJPEG)
  }

  /// Nil for what libtiff's general reader handles better: tiles, planes, palettes, CMYK, 16 bits, alpha.
  private static func rowFormat(of page: hoso_tiff_page, asRGB: Bool) -> RowFormat? {
    guard page.is_tiled == 0, page.samples_per_pixel == 1 || Int32(page.planar) == PLANARCONFIG_CONTIG,
      Int32(page.compression) != COMPRESSION_OJPEG
    else { return nil }
    let zeroIsWhite = Int32(page.photometric) == PHOTOMETRIC_MINISWHITE
    let isGrey = zeroIsWhite || Int32(page.photometric) == PHOTOMETRIC_MINISBLACK
    switch (page.bits_per_sample, page.samples_per_pixel) {
    case (1, 1) where isGrey: return .bilevel(zeroIsWhite: zeroIsWhite)
    case (8, 1) where isGrey: return .grey(zeroIsWhite: zeroIsWhite)
    case (8, 3) where asRGB || Int32(page.photometric) == PHOTOMETRIC_RGB: return .rgb
    default: return nil
    }
  }
}
