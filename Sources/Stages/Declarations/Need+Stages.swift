import Pipeline

extension StageDeclaration.Need {
  static let validatedFile = StageDeclaration.Need(
    oneOf: ["validate-file"], reason: "no page is decoded before its size is checked")
}
