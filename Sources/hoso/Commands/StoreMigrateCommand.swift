import Console
import Workflow

enum StoreMigrateCommand: Command {
  static let description = CommandDescription(
    ["store", "migrate"], summary: "bring the store's schema up to date",
    discussion: """
      A SQLite store is brought up to date by whichever command opens it first. A PostgreSQL database is shared:
      only an empty one gets its schema by itself; an older one waits for this command, which is run when every
      machine has the new program. Running it again changes nothing.
      """,
    options: [GlobalOptions.home, GlobalOptions.store, GlobalOptions.files],
    examples: ["hoso store migrate --store postgres://hoso@db.example/hoso"])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let location = try Opening.storeLocation(arguments)
    _ = try location.open(migrates: true)
    Output.line("\(location) has this program's schema")
    return .done
  }
}
