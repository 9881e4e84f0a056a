import Console
import Worker

enum WorkCommand: Command {
  static let description = CommandDescription(
    ["work"], summary: "run the worker",
    discussion: """
      Claims tasks and runs their stages, each document in a confined child process. SIGTERM or ctrl-C lets the
      present stages end (within 30 s) and stops; a second one stops at once. Nothing is lost either way: the next
      worker goes on at the stage that had not finished.

      While the home's disk has less room than --min-free, or is gone, no task is begun; stages at work wait for room
      to record what they made.

      The home's pipeline.json is taken up when it changes; a broken one is refused with a log line and the old plan
      goes on.
      """,
    options: [
      OptionDescription("--until-idle", summary: "stop when nothing is left to do"),
      OptionDescription("--jobs", value: "N", summary: "stage hosts at work at one time (default: the cores)"),
      OptionDescription(
        "--min-free", value: "SIZE",
        summary: "begin no task while the home's disk has less room, and say so (default: 512MiB)"),
      OptionDescription("--require-sandbox", summary: "refuse to start where a layer of confinement is missing"),
      GlobalOptions.home, GlobalOptions.store, GlobalOptions.files, GlobalOptions.log, GlobalOptions.verbose,
    ], examples: ["hoso work", "hoso work --until-idle --jobs 4", "hoso work --log json"])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let installation = try Opening.installation(arguments)
    let worker = try WorkerStart.worker(for: installation, arguments: arguments, quiet: false)
    let interrupt = Interrupt()
    interrupt.stops(worker)
    try worker.run(untilIdle: arguments.has("--until-idle"))
    return .done
  }
}
