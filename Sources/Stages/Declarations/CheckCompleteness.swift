import Dossiers
public import Pipeline

extension StageDeclaration {
  public static let checkCompleteness = StageDeclaration(
    name: "check-completeness", scope: .dossier, sort: .brokered,
    summary: "compares what was handed in with what the procedure asks for, and the people named in it",
    settings: [
      SettingDeclaration(
        "strict", .boolean, standard: false,
        summary: "true: a person must look at a dossier that lacks a document; false: it is only noted")
    ])
}
