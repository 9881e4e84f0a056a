import Console
import Pipeline
import Upkeep

enum StorageSweepCommand: Command {
  static let description = CommandDescription(
    ["storage", "sweep"], summary: "take away files and packages that nothing refers to",
    discussion: """
      A crash between a file and its record leaves the file behind; it does no harm but to the disk. Only what is
      older than --older-than goes, an hour at the least, since an upload is stored before it is recorded. Workers
      and senders may go on meanwhile.
      """,
    options: [
      OptionDescription("--older-than", value: "TIME", summary: "such as 36h or 90m (default: 24h)"),
      OptionDescription("--dry-run", summary: "only say what would go"), GlobalOptions.actor, GlobalOptions.home,
      GlobalOptions.store, GlobalOptions.files,
    ], examples: ["hoso storage sweep --dry-run", "hoso storage sweep --older-than 36h"])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let text = arguments.value("--older-than") ?? "24h"
    guard let age = Quantity.milliseconds(text).map({ $0 / 1000 }) else {
      throw UsageError("--older-than takes \(Quantity.durationWords), not “\(text)”")
    }
    guard age >= StorageSweep.leastAgeInSeconds else {
      throw UsageError("--older-than is 1h at the least: a younger file may be on its way into the record")
    }
    let isDry = arguments.has("--dry-run")
    let installation = try Opening.installation(arguments)
    let report = try Upkept.value { () throws(UpkeepError) in
      try StorageSweep.run(
        installation, olderThanSeconds: age, dryRun: isDry, by: Actor.name(arguments), found: { Output.line($0) })
    }
    Output.line(
      "\(isDry ? "would remove" : "removed") \(report.files) files (\(report.bytes) bytes), \(report.packages) packages "
        + "and \(report.halfWritten) half-written uploads; \(report.young) too young")
    return .done
  }
}
