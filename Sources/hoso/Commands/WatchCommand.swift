import Console
import Dossiers
import Reception

enum WatchCommand: Command {
  static let description = CommandDescription(
    ["watch"], operands: "FOLDER", operandCount: 1...1, summary: "take in what is laid into a folder",
    discussion: """
      A file is a dossier; a sub-folder is one with all its files, and may hold a `dossier.json` as for `hoso import`.
      Only finished files are taken: nobody has them open for writing, and they have stood unchanged for --settle
      seconds (a sub-folder for --folder-settle). Hidden files, and names that end in .part, .tmp and the like, are
      left alone.

      A PDF or TIFF of many pages with cover sheets in it is taken apart as by `hoso import`; what is odd about it
      (a sheet that came twice, a missing number) is printed and stands in NAME.notes.txt beside it.

      What was taken in moves to FOLDER/done; what is no document to FOLDER/refused, with the reason in NAME.reason.txt
      beside it. Stopped at any point and started again, nothing is lost or taken in twice. The system tells of
      changes; on network shares, or with --poll, the folder is looked at regularly.
      """,
    options: [
      OptionDescription("--settle", value: "SECONDS", summary: "a file must stand unchanged so long (default: 2)"),
      OptionDescription(
        "--folder-settle", value: "SECONDS", summary: "a sub-folder must stand unchanged so long (default: 10)"),
      OptionDescription("--poll", value: "SECONDS", summary: "look so often, instead of being told of changes"),
      OptionDescription("--no-split", summary: "take stacks as they are, cover sheets and all"),
      OptionDescription("--procedure", value: "P", summary: "for dossiers that name none"),
      OptionDescription("--sender", value: "NAME", summary: "for dossiers that name none"),
      OptionDescription("--once", summary: "stop when nothing waits in the folder any more"),
      GlobalOptions.home, GlobalOptions.store, GlobalOptions.files, GlobalOptions.log, GlobalOptions.verbose,
    ], examples: ["hoso watch /srv/scans", "hoso watch /mnt/share/scans --poll 30 --procedure 0.000001"])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let installation = try Opening.office(arguments)
    var settings = WatchedFolder.Settings()
    settings.details = DossierDetails(arguments: arguments)
    if let seconds = try arguments.integer("--settle", in: 0...86_400) {
      settings.settleMilliseconds = Int64(seconds) * 1000
    }
    if let seconds = try arguments.integer("--folder-settle", in: 0...86_400) {
      settings.folderSettleMilliseconds = Int64(seconds) * 1000
    }
    if let seconds = try arguments.integer("--poll", in: 1...86_400) {
      settings.pollMilliseconds = Int64(seconds) * 1000
    }
    settings.splitsStacks = !arguments.has("--no-split")
    let folder: WatchedFolder
    do {
      _ = try installation.procedure(settings.details.procedure)
      folder = try WatchedFolder(
        arguments.operands[0], installation, settings: settings, log: try WorkerStart.log(arguments, quiet: false))
    } catch let error as ReceptionError {
      throw ConfigurationError(error.message)
    }
    let interrupt = Interrupt()
    var refusals = 0
    Output.note("Watching \(arguments.operands[0])\(folder.polls ? ", by looking now and then" : "").")
    let tell: (String, WatchedFolder.Outcome) -> Void = { name, outcome in
      switch outcome {
      case .takenIn(let code, let id, let wasKnown, let pages):
        let origin = pages.isEmpty ? "" : ", pages \(PageRanges.text(pages))"
        Output.line("\(name)\(origin): \(wasKnown ? "known" : "taken in") \(code ?? id)")
      case .remark(let remark): Output.note("\(name): \(remark.vi) \(remark.en)")
      case .refused(let reason):
        refusals += 1
        Output.line("\(name): refused. \(reason.vi) \(reason.en)")
      case .putOff(let reason): Output.note("\(name): put off. \(reason)")
      }
    }
    try folder.run(untilEmpty: arguments.has("--once"), goesOn: { !interrupt.isRequested }, each: tell)
    return arguments.has("--once") && refusals > 0 ? .needsAttention : .done
  }
}
