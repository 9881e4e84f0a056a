import Dossiers
public import Pipeline

extension StageDeclaration {
  public static let validateFile = StageDeclaration(
    name: "validate-file", scope: .document, sort: .contained,
    summary: "tells the file's type by its content, checks it against the budgets and counts its pages",
    settings: [
      SettingDeclaration(
        "maxBytes", .size, standard: .integer(100 << 20), summary: "a larger file is refused unread"),
      SettingDeclaration(
        "maxPixels", .integer(10_000...1_000_000_000), standard: 50_000_000,
        summary: "a page with more pixels is refused before memory is taken"),
      SettingDeclaration(
        "maxPages", .integer(1...10_000), standard: 500, summary: "a document with more pages is refused"),
      SettingDeclaration(
        "minShortSide", .integer(1...10_000), standard: 480,
        summary: "a picture whose shorter side has fewer pixels gets a warning"),
    ],
    facts: [
      FactDeclaration("mediaType", .document, .string, summary: "by content, such as image/jpeg"),
      FactDeclaration("pages", .document, .integer, summary: "how many pages the document has"),
      FactDeclaration(
        "noTextLayer", .page, .boolean, summary: "true where the page has no text of its own to rely on"),
      FactDeclaration("hasTextLayer", .page, .boolean, summary: "the opposite of noTextLayer"),
      FactDeclaration("widthInPixels", .page, .integer, summary: "in pixels of the reference picture"),
      FactDeclaration("heightInPixels", .page, .integer, summary: "in pixels of the reference picture"),
    ],
    limits: .computing(timePerPageMilliseconds: 2_000))
}
