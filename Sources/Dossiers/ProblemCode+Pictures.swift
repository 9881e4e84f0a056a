/// What a citizen can mend by taking the picture again.
extension ProblemCode {
  public static let readingBlurred = ProblemCode("reading.blurred")
  public static let readingGlare = ProblemCode("reading.glare")
  public static let readingCutOff = ProblemCode("reading.cut-off")
  public static let readingTooSmall = ProblemCode("reading.too-small")
  public static let readingTooDark = ProblemCode("reading.too-dark")
  public static let readingCovered = ProblemCode("reading.covered")

  /// A better picture of the same paper would be read: whoever can take one need not wait for an officer.
  public static let mendedByNewPicture: Set<ProblemCode> = [
    .readingBlurred, .readingGlare, .readingCutOff, .readingTooSmall, .readingTooDark, .readingCovered,
  ]
}
