import Console
import Dossiers
import Reception
import Worker
import Workflow

enum ImportCommand: Command {
  static let description = CommandDescription(
    ["import"], operands: "FOLDER", operandCount: 1...1, summary: "take in a batch: one dossier a sub-folder",
    discussion: """
      Takes in every sub-folder as a dossier, then works until all are through (unless --enqueue-only leaves that to
      running workers). A `dossier.json` in a sub-folder may name procedure and sender. Names of files and sub-folders
      need not be UTF-8: bytes that are none are shown, and stand in tables, as \\xE2.

      With --manifest a CSV file (UTF-8 or UTF-16; commas, semicolons or tabs) tells which files make which dossier:
      columns dossier, file, and procedure, sender, phone, address, email, request, key as known. Bad rows are reported with
      their line, good ones go on. With --name-pattern the files' names tell: '{dossier}_{document}.{ext}' takes
      HS12_1.pdf and HS12_2.jpg as dossier HS12; parts called as manifest columns tell of the dossier.

      A PDF or TIFF of many pages with cover sheets in it (hoso cover-sheets) is a stack: each sheet begins a dossier,
      blank pages are left out and noted, and a sheet that came twice, a missing number, a page fed twice are
      reported. The stack itself is kept. FOLDER may be such a file.

      Can be stopped at any time (ctrl-C) and run again: what is in already is known and not taken in twice.
      Ends with a summary, a report as FOLDER/hoso-import-….csv, and beside it a page (.html) with pictures of what
      needs a look. Exit code 1 when something does.
      """,
    options: [
      OptionDescription("--manifest", value: "CSV", summary: "which files make which dossier"),
      OptionDescription("--name-pattern", value: "P", summary: "the files' names tell: '{dossier}_{document}.{ext}'"),
      OptionDescription("--no-split", summary: "take stacks as they are, cover sheets and all"),
      OptionDescription(
        "--duplicates", value: "POLICY",
        summary: "papers handed in before: reject, link or accept (default: as the plan has it)"),
      OptionDescription("--procedure", value: "P", summary: "for dossiers that name none"),
      OptionDescription("--sender", value: "NAME", summary: "for dossiers that name none"),
      OptionDescription("--enqueue-only", summary: "leave the work to running workers"),
      OptionDescription("--jobs", value: "N", summary: "stage hosts at work at one time (default: the cores)"),
      OptionDescription("--report", value: "FILE", summary: "where the report goes; the page beside it as FILE.html"),
      GlobalOptions.home, GlobalOptions.store, GlobalOptions.files, GlobalOptions.log, GlobalOptions.verbose,
    ],
    examples: [
      "hoso import scans/2026-11", "hoso import stack.pdf --procedure 0.000001",
      "hoso import scans --manifest scans/list.csv --enqueue-only",
      "hoso import scans --name-pattern '{dossier}_{document}.{ext}' --duplicates reject",
    ])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let batch = try Batch(arguments)
    let policy = try Batch.policy(arguments)
    let installation = try Opening.office(arguments)
    if policy != nil { try installation.requireDuplicateCheck() }
    for mistake in batch.scan.mistakes { Output.note(Batch.sentence(mistake)) }
    guard batch.scan.count > 0 || !batch.scan.mistakes.isEmpty else {
      Output.note("\(batch.folder) holds no dossier: one sub-folder a dossier is expected, or a --manifest")
      return .needsAttention
    }
    let interrupt = Interrupt()
    let journal = try BatchJournal(in: installation.home.scratch)
    for mistake in batch.scan.mistakes {
      var outcome = BatchOutcome(name: "", kind: .badRow)
      outcome.message = Batch.sentence(mistake)
      try journal.append(outcome)
    }
    let desk = try FileDesk(scratch: installation.home.scratch)
    desk.goesOn = { !interrupt.isRequested }
    let open = try takeIn(
      batch, into: installation, desk: desk, duplicates: policy, arguments: arguments, interrupt: interrupt,
      journal: journal)
    installation.ringBell()
    if !arguments.has("--enqueue-only"), !interrupt.isRequested {
      try work(open, installation, arguments: arguments, interrupt: interrupt)
    }
    let path = arguments.value("--report") ?? BatchReport.path(in: batch.reportFolder)
    let pagePath = (path.hasSuffix(".csv") ? String(path.dropLast(4)) : path) + ".html"
    let page = try BatchPage(
      pagePath, title: "hoso import \(batch.folder)", store: installation.store, files: installation.files, desk: desk)
    let summary = try BatchReport(journal, store: installation.store, page: page).write(to: path)
    Output.line(summary.text)
    Output.line("Report: \(path)\nTo look at: \(pagePath)")
    if interrupt.isRequested { Output.note("Stopped. Run the same command again to go on.") }
    return summary.needsAttention || interrupt.isRequested ? .needsAttention : .done
  }

  /// Returns the dossiers that are to be worked on.
  private static func takeIn(
    _ batch: Batch, into installation: Installation, desk: FileDesk, duplicates: DuplicatePolicy?,
    arguments: Arguments, interrupt: Interrupt, journal: BatchJournal
  ) throws -> [DossierID] {
    let bar = ProgressBar(title: "take in", total: batch.scan.count)
    let intake = BatchImport(
      installation, defaults: DossierDetails(arguments: arguments), desk: arguments.has("--no-split") ? nil : desk,
      duplicates: duplicates)
    var open: [DossierID] = []
    var failure: (any Error)?
    intake.run(
      batch.scan, goesOn: { !interrupt.isRequested && failure == nil },
      each: { outcome in
        do {
          try journal.append(outcome)
        } catch {
          failure = error
        }
        if let id = outcome.dossier { open.append(id) }
        guard outcome.kind == .failed || !outcome.remarks.isEmpty else { return }
        bar.finish()
        if outcome.kind == .failed { Output.note(Shown.line("\(outcome.name): \(outcome.message)")) }
        for remark in outcome.remarks { Output.note(Shown.line("\(outcome.name): \(remark.message.en)")) }
      }, passed: { bar.advance() })
    bar.finish()
    if let failure { throw failure }
    return open
  }

  private static func work(
    _ waiting: [DossierID], _ installation: Installation, arguments: Arguments, interrupt: Interrupt
  ) throws {
    let bar = ProgressBar(title: "work", total: waiting.count)
    let worker = try WorkerStart.worker(for: installation, arguments: arguments, quiet: true)
    interrupt.stops(worker)
    let count = BatchProgress(waiting, store: installation.store)
    let watch = ProgressWatch(every: 0.5) {
      // A look that fails, the store being busy, is made again with the next one.
      guard let done = try? count.done() else { return }
      bar.set(done: done, total: waiting.count)
    }
    try worker.run(untilIdle: true)
    watch.stop()
    bar.finish()
  }
}
