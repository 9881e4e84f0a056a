import Dossiers
public import Pipeline

extension StageDeclaration {
  public static let exec = StageDeclaration(
    name: "exec", scope: .document, sort: .brokered,
    summary: "runs a program of the operator's on each document: JSON on its standard input, JSON back",
    settings: [
      SettingDeclaration(
        "program", .string, standard: nil, summary: "the program to run, by its absolute path", form: .absolutePath),
      SettingDeclaration(
        "arguments", .list(of: .string), standard: [], summary: "what it is called with",
        form: TextForm(words: "a string without NUL characters", pattern: "^[^\\u0000]*$") { !$0.utf8.contains(0) }),
      SettingDeclaration(
        "input", .choice(["json", "file"]), standard: "json",
        summary: "what it reads on standard input: a description of the document with its path, or the file itself"),
      SettingDeclaration(
        "network", .boolean, standard: false, summary: "whether it may open network connections"),
      SettingDeclaration(
        "environment", .map, standard: .object([:]), summary: "environment variables to set for it"),
    ])
}
