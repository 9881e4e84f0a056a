extension ProblemCode {
  /// A document that the procedure asks for is not there.
  public static let dossierMissingDocument = ProblemCode("dossier.missing-document")
  /// The same bytes twice in a dossier, or handed in before.
  public static let documentDuplicate = ProblemCode("document.duplicate")
  /// The same paper, scanned or photographed again, is in another dossier.
  public static let documentPicturedAgain = ProblemCode("document.pictured-again")
  /// Two sure readings contradict each other about who somebody is.
  public static let identityConflict = ProblemCode("identity.conflict")
  /// An identification number does not go with the birth date or sex beside it.
  public static let identityNumberMismatch = ProblemCode("identity.number-mismatch")
  /// An identification number begins with a code that no province had.
  public static let identityProvinceUnknown = ProblemCode("identity.province-unknown")
  /// The card's date of expiry has passed.
  public static let identityExpired = ProblemCode("identity.expired")
  /// The due date lies beyond what the calendar of holidays covers.
  public static let calendarNotCovered = ProblemCode("calendar.not-covered")
}
