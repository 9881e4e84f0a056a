import Console
import Workflow

enum KeysListCommand: Command {
  static let description = CommandDescription(
    ["keys", "list"], summary: "the keys of systems that call `hoso serve`",
    options: [GlobalOptions.home, GlobalOptions.store, GlobalOptions.json])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let keys = try Opening.store(arguments).accessKeys()
    if arguments.has("--json") {
      for key in keys { try JSONLines.write(key) }
      return .done
    }
    var table = Table("KEY", "LABEL", "SCOPES", "MADE", "BY", "REVOKED")
    for key in keys {
      let scopes: [String] = key.scopes.map(\.rawValue).sorted()
      let revoked: String = key.revokedAt.map { Moment.text($0) } ?? ""
      table.add(
        key.id, key.label, scopes.joined(separator: ","), Moment.text(key.createdAt), key.createdBy, revoked)
    }
    Output.line(table.isEmpty ? "No key yet: hoso keys create --scope submit,read" : table.text(for: .output))
    return .done
  }
}
