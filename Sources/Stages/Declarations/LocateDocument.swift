public import Pipeline

extension StageDeclaration {
  public static let locateDocument = StageDeclaration(
    name: "locate-document", scope: .document, sort: .contained,
    summary: "finds cards and sheets on each page, and which way up they lie",
    facts: [
      FactDeclaration("regions", .page, .integer, summary: "how many cards or sheets were found on the page")
    ],
    needs: [.validatedFile], pagesAreIndependent: true, limits: .computing(timePerPageMilliseconds: 10_000))
}
