public import Dossiers

extension ProblemCode {
  public static let fileEmpty = ProblemCode("file.empty")
  public static let fileTypeUnknown = ProblemCode("file.type-unknown")
  public static let fileTypeUnsupported = ProblemCode("file.type-unsupported")
  public static let fileTypeMismatch = ProblemCode("file.type-mismatch")
  public static let fileTooLarge = ProblemCode("file.too-large")
  /// The descriptor could not be read: ours, not the sender's.
  public static let fileUnreadable = ProblemCode("file.unreadable")

  public static let imageTruncated = ProblemCode("image.truncated")
  public static let imageDamaged = ProblemCode("image.damaged")
  public static let imageTooManyPixels = ProblemCode("image.too-many-pixels")
  public static let imageTooSmall = ProblemCode("image.too-small")
  /// A multi-page picture (TIFF) with more pages than allowed.
  public static let imageTooManyPages = ProblemCode("image.too-many-pages")

  public static let pdfDamaged = ProblemCode("pdf.damaged")
  /// Rejects when a password is needed to read; a warning when only changes are locked.
  public static let pdfEncrypted = ProblemCode("pdf.encrypted")
  public static let pdfTooManyPages = ProblemCode("pdf.too-many-pages")
  public static let pdfPageTooLarge = ProblemCode("pdf.page-too-large")
  /// Compressed data that unpacks to more than any renderer could draw.
  public static let pdfBursts = ProblemCode("pdf.bursts")
  public static let pdfSigned = ProblemCode("pdf.signed")
  public static let pdfJavaScript = ProblemCode("pdf.javascript")
  public static let pdfLaunchAction = ProblemCode("pdf.launch-action")
  public static let pdfEmbeddedFiles = ProblemCode("pdf.embedded-files")
  public static let pdfXFA = ProblemCode("pdf.xfa")
  public static let pdfExternalReference = ProblemCode("pdf.external-reference")

  public static let xmlDamaged = ProblemCode("xml.damaged")
}
