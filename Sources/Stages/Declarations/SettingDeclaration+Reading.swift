import Dossiers
import Pipeline

extension SettingDeclaration {
  static let minConfidence = SettingDeclaration(
    "minConfidence", .number(0...1), standard: .number(0.6),
    summary: "fields read less surely than this are flagged for a person, by name")
}
