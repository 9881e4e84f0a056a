import Dossiers
public import Pipeline

extension StageDeclaration {
  public static let bundleDossier = StageDeclaration(
    name: "bundle-dossier", scope: .dossier, sort: .brokered,
    summary: "makes the package, reads it back, and moves it into place",
    settings: [
      SettingDeclaration(
        "format", .choice(["bagit", "bagit-zip", "bagit-tar", "eark-sip", "eark-aip"]), standard: "bagit",
        summary: "the kind of package"),
      SettingDeclaration(
        "sourceOrganization", .string, standard: .null, summary: "the name of the office in bag-info.txt",
        form: .text),
      SettingDeclaration(
        "fonds", .string, standard: .null,
        summary: "the fonds (phông), where the procedure names none; part of an AIP's identifier", form: .text),
      SettingDeclaration(
        "mode", .string, standard: .null,
        summary: "the mode of use, where the procedure names none (else: Hạn chế)", form: .text),
      SettingDeclaration(
        "language", .string, standard: .null, summary: "ISO 639-2, where the procedure names none (else: vie)",
        form: TextForm(words: "three small letters, such as vie", pattern: "^[a-z]{3}$") {
          $0.utf8.count == 3 && $0.utf8.allSatisfy { (97...122).contains($0) }
        }),
      SettingDeclaration(
        "pdfa", .choice(["2u", "2b", "off"]), standard: "2u",
        summary: "the level that copies in the archive's form must have; off: the package holds none"),
      SettingDeclaration(
        "validator", .string, standard: .null,
        summary: "a program, such as verapdf, that must accept every such copy before there is a package",
        form: .text),
    ],
    limits: StageLimits(timeMilliseconds: 600_000))
}
