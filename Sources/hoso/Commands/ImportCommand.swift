import Console
import Reception
import Worker
import Workflow

enum ImportCommand: Command {
  static let description = CommandDescription(
    ["import"], operands: "FOLDER", operandCount: 1...1, summary: "take in a batch: one dossier a sub-folder",
    discussion: """
      Takes in every sub-folder as a dossier, then works until all are through (unless --enqueue-only leaves that to
      running workers). A `dossier.json` in a sub-folder may name procedure and sender. With --manifest a CSV file
      tells which files make which dossier: columns dossier, file, and procedure, sender, phone, address, email,
      request, key as known. Bad rows are reported with their line, good ones go on.

      Can be stopped at any time (ctrl-C) and run again: what is in already is known and not taken in twice.
      Ends with a summary and a report, FOLDER/hoso-import-….csv.
      """,
    options: [
      OptionDescription("--manifest", value: "CSV", summary: "which files make which dossier"),
      OptionDescription("--procedure", value: "P", summary: "for dossiers that name none"),
      OptionDescription("--sender", value: "NAME", summary: "for dossiers that name none"),
      OptionDescription("--enqueue-only", summary: "leave the work to running workers"),
      OptionDescription("--jobs", value: "N", summary: "stage hosts at work at one time (default: the cores)"),
      OptionDescription("--report", value: "FILE", summary: "where the report goes"),
      GlobalOptions.home, GlobalOptions.store, GlobalOptions.files, GlobalOptions.log, GlobalOptions.verbose,
    ], examples: ["hoso import scans/2026-11", "hoso import scans --manifest scans/list.csv --enqueue-only"])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let folder = arguments.operands[0]
    let installation = try Opening.installation(arguments)
    let batch = try Batch(folder: folder, manifest: arguments.value("--manifest"))
    for mistake in batch.mistakes { Output.note("manifest line \(mistake.line): \(mistake.message)") }
    guard !batch.dossiers.isEmpty else {
      Output.note("\(folder) holds no dossier: one sub-folder a dossier is expected, or a --manifest")
      return .needsAttention
    }
    let interrupt = Interrupt()
    let report = BatchReport(mistakes: batch.mistakes)
    takeIn(batch.dossiers, into: installation, arguments: arguments, interrupt: interrupt, report: report)
    installation.ringBell()
    if !arguments.has("--enqueue-only"), !interrupt.isRequested {
      try work(installation, arguments: arguments, interrupt: interrupt, report: report)
    }
    let path = try report.write(
      to: arguments.value("--report"), folder: folder, store: installation.store)
    Output.line(try report.summary(store: installation.store))
    Output.line("Report: \(path)")
    if interrupt.isRequested { Output.note("Stopped. Run the same command again to go on.") }
    return try report.needsAttention(store: installation.store) || interrupt.isRequested ? .needsAttention : .done
  }

  private static func takeIn(
    _ dossiers: [BatchDossier], into installation: Installation, arguments: Arguments, interrupt: Interrupt,
    report: BatchReport
  ) {
    let bar = ProgressBar(title: "take in", total: dossiers.count)
    let batch = BatchImport(installation, defaults: DossierDetails(arguments: arguments))
    let each: (BatchImport.Outcome) -> Void = { outcome in
      report.add(outcome)
      bar.advance()
      if case .failed(let error) = outcome.kind {
        bar.finish()
        Output.note("\(outcome.name): \(error.message)")
      }
    }
    batch.run(dossiers, goesOn: { !interrupt.isRequested }, each: each)
    bar.finish()
  }

  private static func work(
    _ installation: Installation, arguments: Arguments, interrupt: Interrupt, report: BatchReport
  ) throws {
    let waiting = report.dossiers
    let bar = ProgressBar(title: "work", total: waiting.count)
    let worker = try WorkerStart.worker(for: installation, arguments: arguments, quiet: true)
    interrupt.stops(worker)
    let watch = ProgressWatch(every: 0.5) {
      // A look that fails, the store being busy, is made again with the next one.
      guard let open = try? BatchReport.openCount(waiting, store: installation.store) else { return }
      bar.set(done: waiting.count - open, total: waiting.count)
    }
    try worker.run(untilIdle: true)
    watch.stop()
    bar.finish()
  }
}
