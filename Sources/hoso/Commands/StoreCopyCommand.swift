import Console
import Workflow

enum StoreCopyCommand: Command {
  static let description = CommandDescription(
    ["store", "copy"], operands: "FROM TO", operandCount: 2...2, summary: "take a whole store to another database",
    discussion: """
      Copies every row into an empty store, in one transaction, reads it back there and holds counts and SHA-256
      digests against the source. Either all of it is there afterwards, or nothing. The workers must be stopped;
      the source stays as it is. Files and packages lie beside the store and are not moved.
      """,
    examples: ["hoso store copy hoso-home/store.sqlite postgres://hoso@db.example/hoso"])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let locations = try arguments.operands.map { try Opening.location($0) }
    let source = try locations[0].openExisting()
    let target = try locations[1].open()
    let bar = ProgressBar(title: "copying", total: StoreCopy.tableCount)
    var done = 0
    let seals = try StoreCopy.run(from: source, to: target) { _, _ in
      bar.set(done: done, total: StoreCopy.tableCount)
      done += 1
    }
    bar.finish()
    var table = Table("TABLE", "ROWS", "SHA-256")
    for seal in seals { table.add(seal.table, "\(seal.rows)", String(seal.sha256.prefix(16))) }
    Output.line(table.text(for: .output))
    Output.line("\(locations[1]) holds all of \(locations[0]): counts and digests agree")
    return .done
  }
}
