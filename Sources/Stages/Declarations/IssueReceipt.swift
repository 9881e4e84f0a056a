import Dossiers
public import Pipeline

extension StageDeclaration {
  public static let issueReceipt = StageDeclaration(
    name: "issue-receipt", scope: .dossier, sort: .transactional,
    summary: "gives the dossier its code and prints form 01 with its QR code",
    settings: [
      SettingDeclaration(
        "agency", .string, standard: nil, summary: "the code of the receiving agency, such as H26.1",
        form: TextForm(
          words: "an agency code such as H26.1 or 000.00.16.H60",
          pattern: #"^([A-Z][0-9]{2}(\.[0-9]{1,3})*|[0-9]{3}\.[0-9]{2}\.[0-9]{2}\.[A-Z][0-9]{2})$"#
        ) { AgencyCode($0) != nil }),
      SettingDeclaration(
        "codeFormat", .choice(["new", "old"]), standard: "new",
        summary: "new: H57.132-260804-0583; old: 000.00.16.H60-200817-0003"),
      SettingDeclaration(
        "lookupBase", .string, standard: "https://dichvucong.example.vn",
        summary: "where citizens look up their dossier: the beginning of the QR code's address", form: .webAddress),
    ])
}
