import Dossiers
public import Pipeline

extension StageDeclaration {
  public static let scanVirus = StageDeclaration(
    name: "scan-virus", scope: .document, sort: .brokered,
    summary: "asks clamd about the file; one with a virus is refused, and without clamd's word nothing goes on",
    settings: [
      SettingDeclaration(
        "clamd", .string, standard: .string(ClamdAddress.standard),
        summary: "where clamd listens: the path of its socket, or tcp:HOST:PORT", form: ClamdAddress.form),
      SettingDeclaration(
        "maxBytes", .size, standard: .integer(100 << 20),
        summary: "a larger file is not sent but shown to a person; at most clamd's own StreamMaxLength"),
    ],
    limits: StageLimits(timeMilliseconds: 120_000))
}
