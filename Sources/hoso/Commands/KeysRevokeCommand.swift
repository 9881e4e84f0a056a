import Console
import Workflow

enum KeysRevokeCommand: Command {
  static let description = CommandDescription(
    ["keys", "revoke"], operands: "KEY…", operandCount: 1...100, summary: "let keys be refused from now on",
    discussion: "KEY is the id that `hoso keys list` shows.",
    options: [GlobalOptions.actor, GlobalOptions.home, GlobalOptions.store])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let store = try Opening.store(arguments)
    for id in arguments.operands {
      guard try store.accessKey(id) != nil else {
        throw ConfigurationError("there is no key “\(id)”; all keys: hoso keys list")
      }
      try store.revokeKey(id, by: Actor.name(arguments))
      Output.line("\(id): revoked")
    }
    return .done
  }
}
