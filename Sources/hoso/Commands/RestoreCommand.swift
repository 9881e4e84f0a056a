import Console
import Upkeep
import Worker

enum RestoreCommand: Command {
  static let description = CommandDescription(
    ["restore"], operands: "SRC", operandCount: 1...1, summary: "make a home from a backup",
    discussion: """
      Goes into a home that is empty or not there yet, and never over what is there. Every file is held against its
      SHA-256 on the way; the store comes last, so that an interrupted restore leaves nothing that a worker would take
      for a home: run it again. Tasks that were at work when the backup was taken are ready again. What came in after
      the backup is not in it; codes given out since then would be given again, so look at the last receipts before
      new ones are issued. With --store postgres://… the store goes into that database, which must be empty too.
      """,
    options: [GlobalOptions.actor, GlobalOptions.home, GlobalOptions.store],
    examples: ["hoso restore /backup/hoso-2026-11-22 --home /var/lib/hoso"])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let home = Opening.home(arguments)
    let location = try Opening.location(arguments)
    let bar = UpkeepBar()
    let outcome = try Upkept.value { () throws(UpkeepError) in
      try Restoration.run(
        from: arguments.operands[0], to: home, location: location, by: Actor.name(arguments), progress: bar.show)
    }
    bar.finish()
    Output.line(
      "\(home.path): \(outcome.summary.dossiers) dossiers and \(outcome.files) files as of "
        + "\(Moment.text(outcome.summary.takenAt)), every digest agrees")
    for lost in outcome.summary.lost { Output.line("lost before the backup: \(lost)") }
    for fault in outcome.faults { Output.line("the store is not sound: \(fault)") }
    return outcome.faults.isEmpty && outcome.summary.lost.isEmpty ? .done : .needsAttention
  }
}
