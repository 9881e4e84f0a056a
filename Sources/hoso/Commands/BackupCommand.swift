import Console
import Upkeep
import Worker

enum BackupCommand: Command {
  static let description = CommandDescription(
    ["backup"], operands: "DEST", operandCount: 1...1, summary: "copy the whole installation while it runs",
    discussion: """
      DEST is a new folder for each backup. It gets the store as of one moment, every file and package that the store
      refers to, and the home's settings (pipeline, catalogue, calendar, events, Zalo); all is read back and held
      against its SHA-256.
      Workers and senders go on meanwhile. A store in PostgreSQL is copied too: the backup holds a SQLite file, which
      `hoso restore --store` takes back to PostgreSQL.

      A backup is finished once its hoso-backup.json stands. `sha256sum --check manifest-sha256.txt` checks it without
      hoso. It holds citizens' data and the signing keys: keep it as safely as the home. Exit code 1 when files that
      the record refers to were gone or damaged; the backup then holds everything else.
      """,
    options: [GlobalOptions.actor, GlobalOptions.home, GlobalOptions.store, GlobalOptions.files, GlobalOptions.json],
    examples: ["hoso backup /backup/hoso-$(date +%F)"])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let installation = try Opening.installation(arguments)
    let bar = UpkeepBar()
    let summary = try Upkept.value { () throws(UpkeepError) in
      try Backup.take(
        of: installation, to: arguments.operands[0], program: "hoso \(HosoVersion.text)",
        by: Actor.name(arguments), progress: bar.show)
    }
    bar.finish()
    if arguments.has("--json") {
      try JSONLines.write(summary)
    } else {
      for lost in summary.lost { Output.line("lost \(lost): the record refers to it") }
      Output.line(
        "\(arguments.operands[0]): \(summary.dossiers) dossiers, \(summary.files) files and \(summary.packages) packages "
          + "as of \(Moment.text(summary.takenAt)), \(summary.bytes) bytes, read back"
          + (summary.lost.isEmpty ? "" : "; \(summary.lost.count) lost"))
    }
    return summary.lost.isEmpty ? .done : .needsAttention
  }
}
