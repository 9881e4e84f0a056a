import Console
import Dossiers
import Files
import Glibc

/// The way from the shell's words to a command and back to an exit code.
@main
enum Program {
  static func main() {
    // A reader that has gone away shows as an error of write, not as our death.
    signal(SIGPIPE, SIG_IGN)
    exit(run(words).rawValue)
  }

  /// A file's name need not be UTF-8: such bytes are kept, escaped.
  private static var words: [String] {
    (1..<max(1, Int(CommandLine.argc))).compactMap { index in
      CommandLine.unsafeArgv[index].map { word in
        EscapedPath.text(of: UnsafeBufferPointer(start: word, count: strlen(word)).lazy.map { UInt8(bitPattern: $0) })
      }
    }
  }

  static func run(_ words: [String]) -> ExitStatus {
    guard let first = words.first, !["--help", "-h"].contains(first) else {
      Output.line(Overview.text)
      return .done
    }
    if first == "help" { return help(Array(words.dropFirst())) }
    if first == "--version" { return run(["version"]) }
    guard let (command, rest) = CommandTable.find(words) else { return unknown(words) }
    let description = command.description
    if rest.prefix(while: { $0 != "--" }).contains(where: { $0 == "--help" || $0 == "-h" }) {
      Output.line(Help.page(for: description, globalOptions: GlobalOptions.all))
      return .done
    }
    do {
      return try command.run(Arguments(rest, for: description))
    } catch let error as UsageError {
      Output.note("\(failure("error")): \(error.message)")
      Output.note(Help.usage(description))
      Output.note("More: hoso help \(description.name)")
      return .usage
    } catch let error as ConfigurationError {
      Output.note("\(failure("error")): \(error.message)")
      return .usage
    } catch {
      Output.note("\(failure("error")): \(Explanation.of(error))")
      return .fault
    }
  }

  private static func help(_ words: [String]) -> ExitStatus {
    if words.isEmpty { return run(["--help"]) }
    if let (command, rest) = CommandTable.find(words), rest.isEmpty {
      Output.line(Help.page(for: command.description, globalOptions: GlobalOptions.all))
      return .done
    }
    return unknown(words, asked: true)
  }

  /// A group's name alone lists its commands; anything else is a mistake with a suggestion.
  private static func unknown(_ words: [String], asked: Bool = false) -> ExitStatus {
    let group = CommandTable.descriptions(startingWith: [words[0]])
    let known = CommandTable.descriptions(startingWith: words)
    if !group.isEmpty, words.count == 1 || !known.isEmpty || words[1].hasPrefix("-") {
      Output.line(Help.columns(group.map { ($0.name, $0.summary) }).joined(separator: "\n"))
      return asked || words.contains("--help") ? .done : .usage
    }
    let names =
      group.isEmpty ? CommandTable.descriptions(startingWith: []).map { $0.path[0] } : group.map(\.name)
    let meant = group.isEmpty ? words[0] : words.prefix(2).joined(separator: " ")
    let hint = Spelling.nearest(to: meant, among: names).map { "; did you mean “hoso \($0)”?" } ?? ""
    Output.note("\(failure("error")): there is no command “\(meant)”\(hint)")
    Output.note("All commands: hoso --help")
    return .usage
  }

  private static func failure(_ text: String) -> String {
    Terminal.error.styled(text, .red)
  }
}
