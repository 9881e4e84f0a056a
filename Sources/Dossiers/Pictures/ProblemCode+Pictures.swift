/// What a citizen can mend by taking the picture again.
extension ProblemCode {
  public static let readingBlurred = ProblemCode("reading.blurred")
  public static let readingGlare = ProblemCode("reading.glare")
  public static let readingCutOff = ProblemCode("reading.cut-off")
  public static let readingTooSmall = ProblemCode("reading.too-small")
  public static let readingTooDark = ProblemCode("reading.too-dark")
  public static let readingCovered = ProblemCode("reading.covered")
  /// A receipt that should be photographed again: a field that every receipt has could not be read.
  public static let receiptUnreadable = ProblemCode("receipt.unreadable")
  /// Nothing of it could be read, and a later file was taken in its stead.
  public static let documentSuperseded = ProblemCode("document.superseded")

  /// A better picture of the same paper would be read: whoever can take one need not wait for an officer.
  public static let mendedByNewPicture: Set<ProblemCode> = [
    .readingBlurred, .readingGlare, .readingCutOff, .readingTooSmall, .readingTooDark, .readingCovered,
    .receiptUnreadable,
  ]
}
