import Console
import Dossiers
import Foundation
import Serving
import Workflow

enum KeysCreateCommand: Command {
  static let description = CommandDescription(
    ["keys", "create"], summary: "make a key for a system that calls `hoso serve`",
    discussion: """
      Prints the key once, alone on the last line of standard output: only its digest is kept. Scopes: submit (hand
      in dossiers), read (look at them), officer (decide), operate (tasks and stages).
      """,
    options: [
      OptionDescription("--scope", value: "SCOPES", summary: "what it may do: submit,read,officer,operate"),
      OptionDescription("--label", value: "NAME", summary: "what it is called in the record (default: its id)"),
      GlobalOptions.actor, GlobalOptions.home, GlobalOptions.store,
    ], examples: ["hoso keys create --scope submit,read --label quay-1"])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let known = AccessKey.Scope.allCases.map(\.rawValue)
    var scopes: Set<AccessKey.Scope> = []
    let words = arguments.allValues("--scope").joined(separator: ",")
    for piece in words.split(separator: ",") {
      let word = String(piece)
      guard let scope = AccessKey.Scope(rawValue: word) else {
        let hint = Spelling.nearest(to: word, among: known).map { "; did you mean \($0)?" } ?? ""
        throw UsageError("there is no scope “\(word)”\(hint)")
      }
      scopes.insert(scope)
    }
    guard !scopes.isEmpty else { throw UsageError("--scope is needed: \(known.joined(separator: ","))") }
    let text = try AccessKeyText.make()
    let now = Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    let store = try Opening.store(arguments, .onFirstUse)
    let key = try text.keep(
      scopes: scopes, label: arguments.value("--label"), by: Actor.name(arguments), at: now, in: store)
    Output.note("Key \(key.id) (\(key.label)). Keep it safe: it is not shown again.")
    guard Output.line(text.text) else {
      try store.revokeKey(key.id, by: Actor.name(arguments))
      Output.note("The key could not be written and is revoked: make another one.")
      return .fault
    }
    return .done
  }
}
