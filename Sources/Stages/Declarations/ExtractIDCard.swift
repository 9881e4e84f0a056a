public import Pipeline

extension StageDeclaration {
  public static let extractIDCard = StageDeclaration(
    name: "extract-id-card", scope: .document, sort: .contained,
    summary: "makes the fields of identity cards from QR code, machine-readable zone and print",
    settings: [.minConfidence],
    needs: [
      .validatedFile,
      Need(oneOf: ["read-barcodes", "read-text"], reason: "without codes and text every card stays unread"),
    ],
    limits: .computing(timePerPageMilliseconds: 15_000))
}
