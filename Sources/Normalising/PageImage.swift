public import Media

/// A page's picture, ready to stand in a copy.
public struct PageImage {
  let stream: PDFPicture

  /// True where the file's own bytes are used: nothing was encoded anew.
  public let isOriginal: Bool

  /// The bytes of a JPEG or PNG file as they are, turned by the page as its EXIF `orientation` says (1 to 8); nil where
  /// a PDF cannot hold them.
  public init?(file bytes: [UInt8], type: MediaType, orientation: Int) {
    switch type {
    case .jpeg:
      guard let picture = JPEGPicture(bytes) else { return nil }
      stream = picture.picture(orientation: orientation)
    case .png:
      guard let picture = PNGPicture(bytes) else { return nil }
      stream = picture.picture(orientation: orientation)
    default: return nil
    }
    isOriginal = true
  }

  /// The picture of a scanned page as its PDF stores it; nil where a PDF/A file must not hold it so.
  public init?(_ scanned: PDFScannedPicture) {
    guard let picture = ScannedPicture(scanned)?.picture else { return nil }
    stream = picture
    isOriginal = true
  }

  /// Pixels without loss, unless that takes more than `losslessLimit` bytes; then a JPEG of that `quality` (1 to 100).
  public init(_ image: ColourImage, losslessLimit: Int?, quality: Int = 90) throws(NormalisingError) {
    stream = try RasterPicture.encode(image, losslessLimit: losslessLimit, quality: quality)
    isOriginal = false
  }
}
