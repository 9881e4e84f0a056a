/// The one picture that a PDF's page consists of, as the file stores it: what a scanner wrote, not decoded.
public struct PDFScannedPicture: Sendable {
  public enum Coding: Sendable {
    /// A whole JPEG file.
    case jpeg
    /// Rows by zlib; `predictor` as in ISO 32000-1, table 8 (1: none).
    case deflate(predictor: Int)
    /// Black and white by ITU-T T.4 or T.6, with the values of ISO 32000-1, table 11.
    case fax(k: Int, blackIs1: Bool, alignsRows: Bool, endsLines: Bool, endsBlock: Bool)
    /// Black and white by ITU-T T.88, with the stream of shared segments where there is one.
    case jbig2(globals: [UInt8]?)
  }

  public enum Colour: Sendable {
    case grey
    case rgb
    /// By a profile that the file brings, of that many components.
    case profile([UInt8], components: Int)
  }

  /// As stored, before any turn.
  public let widthInPixels: Int
  public let heightInPixels: Int
  public let bitsPerComponent: Int
  public let coding: Coding
  public let colour: Colour
  public let bytes: [UInt8]
  /// How it lies on the page as people see that: an EXIF orientation, 1 to 8.
  public let orientation: Int
  /// On the page.
  public let dotsPerInch: Double

  /// After the turn.
  public var shownWidthInPixels: Int { orientation > 4 ? heightInPixels : widthInPixels }
}
