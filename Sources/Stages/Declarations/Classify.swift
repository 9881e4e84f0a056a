public import Pipeline

extension StageDeclaration {
  public static let classify = StageDeclaration(
    name: "classify", scope: .document, sort: .contained,
    summary: "tells cards, fee receipts and forms apart, page by page",
    facts: [
      FactDeclaration(
        "kind", .page, .choice(["id-card", "receipt", "form", "other"]), summary: "what the page shows")
    ],
    needs: [.validatedFile], limits: .computing(timePerPageMilliseconds: 2_000))
}
