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
        "pdfa", .choice(["2u", "2b", "off"]), standard: "2u",
        summary: "the level that copies in the archive's form must have; off: the package holds none"),
      SettingDeclaration(
        "validator", .string, standard: .null,
        summary: "a program, such as verapdf, that must accept every such copy before there is a package",
        form: .text),
    ],
    limits: StageLimits(timeMilliseconds: 600_000))
}
