import Dossiers
public import Pipeline

extension StageDeclaration {
  public static let readBarcodes = StageDeclaration(
    name: "read-barcodes", scope: .document, sort: .contained,
    summary: "reads the bar codes of each page as raw bytes",
    settings: [
      SettingDeclaration(
        "formats", .list(of: .choice(["qr", "pdf417", "data-matrix", "aztec", "code-128"])), standard: ["qr"],
        summary: "the kinds of code to look for: each one more takes time")
    ],
    facts: [
      FactDeclaration("barcodes", .page, .integer, summary: "how many codes were read on the page")
    ],
    needs: [.validatedFile], pagesAreIndependent: true, limits: .computing(timePerPageMilliseconds: 10_000))
}
