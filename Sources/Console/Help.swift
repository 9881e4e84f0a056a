/// Help texts, made from the descriptions of the commands.
public enum Help {
  /// The page of one command.
  public static func page(for command: CommandDescription, globalOptions: [OptionDescription]) -> String {
    var lines = [usage(command), "", command.summary]
    if !command.discussion.isEmpty { lines += ["", command.discussion] }
    let own = command.options.filter { option in !globalOptions.contains { $0.name == option.name } }
    if !own.isEmpty { lines += ["", "Options"] + rows(own) }
    let shared = globalOptions.filter { option in command.options.contains { $0.name == option.name } }
    if !shared.isEmpty { lines += ["", "Everywhere"] + rows(shared) }
    if !command.examples.isEmpty { lines += ["", "Examples"] + command.examples.map { "  " + $0 } }
    return lines.joined(separator: "\n")
  }

  public static func usage(_ command: CommandDescription) -> String {
    var words = ["hoso", command.name]
    if !command.options.isEmpty { words.append("[options]") }
    if !command.operands.isEmpty { words.append(command.operands) }
    return "usage: " + words.joined(separator: " ")
  }

  /// Lines of `name  summary`, the summaries under one another.
  public static func columns(_ pairs: [(String, String)]) -> [String] {
    let width = pairs.map(\.0.count).max() ?? 0
    return pairs.map { "  " + $0.0 + String(repeating: " ", count: width - $0.0.count + 2) + $0.1 }
  }

  private static func rows(_ options: [OptionDescription]) -> [String] {
    columns(options.map { ($0.name + ($0.value.map { " " + $0 } ?? ""), $0.summary) })
  }
}
