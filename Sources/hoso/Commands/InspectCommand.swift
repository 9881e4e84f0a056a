import Console
import Dossiers
import Worker

enum InspectCommand: Command {
  static let description = CommandDescription(
    ["inspect"], operands: "FILE…", operandCount: 1...1_000_000, summary: "what is read from files, without a store",
    discussion: """
      Runs the plan's document stages on each file and prints what was found. With --json one object a line, in the
      order of the files. Exit code 1 when a file was rejected or needs review.

      --annotate frames what was found on a page and lists the values in a margin beside it: green is verified, purple
      read, red read without certainty. A file of several pages gives OUT.png for the first on which something was
      read, and OUT-7.png beside it for page 7.
      """,
    options: [
      OptionDescription("--annotate", value: "OUT.png", summary: "draw what was found on the page (one file only)"),
      OptionDescription("--page", value: "N", summary: "the page --annotate draws (default: each with something read)"),
      OptionDescription("--pipeline", value: "FILE", summary: "the pipeline to use (default: the built-in one)"),
      OptionDescription("--jobs", value: "N", summary: "files at work at one time (default: the cores)"),
      GlobalOptions.json,
    ], examples: ["hoso inspect card.jpg", "hoso inspect --json scans/*.pdf > read.jsonl"])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let plan = try PlanFile.plan(at: arguments.value("--pipeline"))
    let jobs = try arguments.integer("--jobs", in: 1...256)
    if let target = arguments.value("--annotate") {
      guard arguments.operands.count == 1 else { throw UsageError("--annotate draws one file") }
      let page = try arguments.integer("--page", in: 1...100_000)
      let (written, inspection) = try Annotating.draw(arguments.operands[0], page: page, plan: plan, to: target)
      if arguments.has("--json") {
        Output.line(JSONLines.line(inspection))
      } else {
        for path in written { Output.line(path) }
      }
      return .done
    }
    var status = ExitStatus.done
    let bar = ProgressBar(title: "inspect", total: arguments.operands.count)
    let asJSON = arguments.has("--json")
    let inspector = Inspector(plan: plan, jobs: jobs ?? WorkerStart.cores, scratch: Scratch.folder)
    try inspector.inspect(arguments.operands) { finding in
      if finding.inspection.verdict != .accepted { status = .needsAttention }
      if asJSON {
        Output.line(JSONLines.line(finding.inspection))
        bar.advance()
      } else {
        Output.line(InspectionPage.text(finding.inspection, terminal: .output))
      }
      return true
    }
    bar.finish()
    return status
  }
}
