public import Pipeline

extension StageDeclaration {
  public static let fingerprint = StageDeclaration(
    name: "fingerprint", scope: .document, sort: .contained,
    summary: "notes what each page looks like, so that a paper scanned again is known: for check-duplicates",
    needs: [.validatedFile], pagesAreIndependent: true, limits: .computing(timePerPageMilliseconds: 2_000))
}
