public import Dossiers

extension ProblemCode {
  /// Two readings of who somebody is disagree: code, machine-readable zone, print, or the two sides.
  public static let identityConflict = ProblemCode("identity.conflict")
  public static let readingBlurred = ProblemCode("reading.blurred")
  public static let readingGlare = ProblemCode("reading.glare")
  public static let readingCutOff = ProblemCode("reading.cut-off")
  public static let readingTooSmall = ProblemCode("reading.too-small")
}
