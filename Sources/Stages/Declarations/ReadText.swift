import Dossiers
public import Pipeline

extension StageDeclaration {
  public static let readText = StageDeclaration(
    name: "read-text", scope: .document, sort: .contained,
    summary: "recognises the printed text of each page with Tesseract",
    settings: [
      SettingDeclaration(
        "languages", .list(of: .string), standard: ["vie", "eng"],
        summary: "names of Tesseract's language data: the main one first, then those for pages that it reads poorly",
        form: TextForm(words: "a language name such as vie", pattern: "^[A-Za-z0-9_]{1,30}$") { name in
          // The name becomes part of a file name: nothing but letters, digits and underscores may get there.
          (1...30).contains(name.utf8.count)
            && name.utf8.allSatisfy {
              (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 95
            }
        })
    ],
    agreement: { settings in
      guard settings["languages"]?.array?.isEmpty == true else { return nil }
      return ("languages", "no language is named; expected one such as \"vie\"")
    },
    needs: [.validatedFile], pagesAreIndependent: true, limits: .computing(timePerPageMilliseconds: 30_000))
}
