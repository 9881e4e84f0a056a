import Dossiers
public import Pipeline

extension StageDeclaration {
  public static let normalise = StageDeclaration(
    name: "normalise", scope: .document, sort: .contained,
    summary: "makes a copy in the archive's form: a two-layer PDF/A of page pictures and the words on them",
    settings: [
      SettingDeclaration(
        "pdfa", .choice(["2u", "2b", "off"]), standard: "2u", summary: "the level of PDF/A; off: no copies are made"),
      SettingDeclaration(
        "dpi", .integer(200...600), standard: 200,
        summary: "how finely pages of a PDF are rendered, and the least that a page has"),
    ],
    needs: [.validatedFile], limits: .computing(timePerPageMilliseconds: 10_000))
}
