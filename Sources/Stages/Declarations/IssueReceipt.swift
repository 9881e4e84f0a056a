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
      SettingDeclaration(
        "agencyName", .string, standard: "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", summary: "in the letterhead of form 01",
        form: .text),
      SettingDeclaration(
        "agencyParent", .string, standard: .null, summary: "the body above it, in the letterhead", form: .text),
      SettingDeclaration("place", .string, standard: .null, summary: "where the form is dated: Hà Nội", form: .text),
      SettingDeclaration(
        "counter", .string, standard: .null, summary: "the counter that takes papers in and hands results out",
        form: .text),
      SettingDeclaration(
        "copies", .list(of: .choice(["sender", "office"])), standard: ["sender"],
        summary: "whose copies of the form are printed"),
    ],
    agreement: { settings in
      guard let agency = settings["agency"]?.string.flatMap(AgencyCode.init),
        let format = settings["codeFormat"]?.string,
        (agency.form == .old) != (format == "old")
      else { return nil }
      let example = format == "old" ? "000.00.16.H60" : "H26.1"
      return ("agency", "\"\(agency)\" is no agency of the \(format) code format; expected one such as \(example)")
    })
}
