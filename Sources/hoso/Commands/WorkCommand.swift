import Console
import Reception
import Serving
import Worker
import Workflow

enum WorkCommand: Command {
  static let description = CommandDescription(
    ["work"], summary: "run the worker",
    discussion: """
      Claims tasks and runs their stages, each document in a confined child process. SIGTERM or ctrl-C lets the
      present stages end (within 30 s) and stops; a second one stops at once. Nothing is lost either way: the next
      worker goes on at the stage that had not finished. So does SIGHUP, when a terminal closes, unless nohup says
      otherwise. With --until-idle the exit code is 1 when tasks have failed or are in quarantine.

      While the home's disk has less room than --min-free, or is gone, no task is begun; stages at work wait for room
      to record what they made.

      The home's pipeline.json is taken up when it changes; a broken one is refused with a log line and the old plan
      goes on. The systems named in the home's events.json are told what happens, signed.
      """,
    options: [
      OptionDescription("--until-idle", summary: "stop when nothing is left to do"),
      OptionDescription("--jobs", value: "N", summary: "stage hosts at work at one time (default: the cores)"),
      OptionDescription(
        "--documents-per-host", value: "N", summary: "a stage host is replaced after so many; 1: none sees two (200)"),
      OptionDescription(
        "--min-free", value: "SIZE",
        summary: "begin no task while the home's disk has less room, and say so (default: 512MiB)"),
      OptionDescription("--require-sandbox", summary: "refuse to start where a layer of confinement is missing"),
      OptionDescription(
        "--metrics", value: "ADDRESS:PORT", summary: "answer GET /metrics there, for Prometheus (default: nowhere)"),
      GlobalOptions.home, GlobalOptions.store, GlobalOptions.files, GlobalOptions.log, GlobalOptions.verbose,
    ], examples: ["hoso work", "hoso work --until-idle --jobs 4", "hoso work --log json --metrics 127.0.0.1:9464"])

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let installation = try Opening.office(arguments)
    let worker = try WorkerStart.worker(for: installation, arguments: arguments, quiet: false)
    let interrupt = Interrupt()
    interrupt.stops(worker)
    let events = try OutgoingStart.events(installation, log: try WorkerStart.log(arguments, quiet: false))
    events?.start()
    defer { events?.stop() }
    let metrics = try arguments.value("--metrics").map { address in
      MetricsServer(
        worker.metrics, store: installation.store, on: try Listening.socket(address, option: "--metrics"))
    }
    try metrics?.start()
    defer { metrics?.stop() }
    try worker.run(untilIdle: arguments.has("--until-idle"))
    guard arguments.has("--until-idle"), !interrupt.isRequested else { return .done }
    let stuck = try installation.store.tasks(states: [.failed, .quarantined], limit: 1)
    guard !stuck.isEmpty else { return .done }
    Output.note("Some tasks failed or are in quarantine: hoso tasks list --state failed --state quarantined")
    return .needsAttention
  }
}
