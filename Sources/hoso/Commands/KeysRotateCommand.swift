import Console
import Digests
import Workflow

enum KeysRotateCommand: Command {
  static let description = CommandDescription(
    ["keys", "rotate"], summary: "sign new receipts with a new key",
    discussion: "Receipts issued so far stay checkable: the old keys are kept.",
    options: [GlobalOptions.home, GlobalOptions.store, GlobalOptions.files])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let key = try Opening.store(arguments).rotateSigningKey(secret: RandomBytes.make(32))
    Output.line("New receipts are signed with key \(key.id).")
    return .done
  }
}
