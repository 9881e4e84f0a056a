import Dossiers
public import Pipeline

extension StageDeclaration {
  public static let checkDuplicates = StageDeclaration(
    name: "check-duplicates", scope: .dossier, sort: .brokered,
    summary: "finds documents that were handed in before in another dossier, by their bytes and by their look",
    settings: [
      SettingDeclaration(
        "policy", .choice(["reject", "link", "accept"]), standard: "link",
        summary: "reject: the dossier is not taken; link: it goes on with a note; accept: only the record knows"),
      SettingDeclaration(
        "pictures", .boolean, standard: true,
        summary: "also papers that were scanned or photographed again; needs the stage fingerprint"),
    ])
}
