import Glibc

/// Measurements and load, for developers; no part of an installation.
let usage = """
  hoso-bench all [--postgres URL] [--folder DIR] [--tasks N] [--rounds N] [--dossiers N] [--programs DIR]
      Everything in one run, with the machine named: start-up, whole dossiers, the queue on SQLite and, where a URL is
      given, on PostgreSQL, with 1,000 and 1,000,000 tasks waiting. Programs are those beside it, unless told otherwise.

  hoso-bench queue [--tasks N] [--rounds N] [--folder DIR | --postgres URL] [--backlog N[,N]] [--no-snapshots]
      No-op tasks a second through the store (claim, then record, each one durable transaction), one at a time and
      in batches of 100, beside the plain SQL that the same transactions need, in the same run; beside a reader that
      holds an old snapshot, with N tasks behind them, and with N before them at a paused stage. SQLite in a folder, or
      PostgreSQL in schemas of its own, where it also measures how long an idle worker takes to pick a task up.

  hoso-bench load STORE --worker NAME [--threads N] [--dossiers N] [--lease MILLISECONDS]
      Submits dossiers under the keys load-1 to load-N and works on whatever is in the store until nothing is left,
      with several threads. Several of it may run at once, and may be killed at any moment.

  hoso-bench upload --hoso PROGRAM --home DIR [--count N] [--clients N] [--least-kb N] [--most-kb N] [--kills N]
                    [--keep-mb N]
      Starts `hoso serve` on a fresh home and hands in N dossiers of random bytes with so many clients, the server
      killed and started again so many times; prints p50, p99, MB/s and the server's memory, and then looks for every
      acknowledged dossier. Fails where one is lost, doubled or wrong. Files above --keep-mb are removed on the way.
  """

func complain(_ text: String) {
  _ = text.withCString { write(STDERR_FILENO, $0, strlen($0)) }
}

do {
  var arguments = Arguments(CommandLine.arguments.dropFirst())
  switch arguments.next() {
  case "all": try AllBenchmarks(&arguments).run()
  case "queue": try QueueBenchmark(&arguments).run()
  case "load": try Load(&arguments).run()
  case "upload": try UploadBenchmark(&arguments).run()
  default:
    complain(usage + "\n")
    exit(2)
  }
} catch let error as UsageError {
  complain("hoso-bench: \(error.message)\n\(usage)\n")
  exit(2)
} catch {
  complain("hoso-bench: \(error)\n")
  exit(3)
}
