public import Pipeline

extension StageDeclaration {
  public static let handOff = StageDeclaration(
    name: "hand-off", scope: .dossier, sort: .transactional,
    summary: "marks the dossier as handed off and leaves a message for whoever comes next", isLast: true)
}
