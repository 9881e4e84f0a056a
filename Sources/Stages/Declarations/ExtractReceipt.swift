public import Pipeline

extension StageDeclaration {
  public static let extractReceipt = StageDeclaration(
    name: "extract-receipt", scope: .document, sort: .contained,
    summary: "makes the fields of fee receipts and transfer slips from text and VietQR",
    settings: [.minConfidence],
    needs: [.validatedFile], limits: .computing(timePerPageMilliseconds: 5_000))
}
