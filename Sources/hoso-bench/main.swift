import Glibc

/// Measurements and load, for developers; no part of an installation.
let usage = """
  hoso-bench queue [--tasks N] [--rounds N] [--folder DIR]
      No-op tasks a second through the SQLite store (claim, then record, each one durable transaction), one at a
      time and in batches of 100, beside the plain SQL that the same transactions need, in the same run.

  hoso-bench load PATH --worker NAME [--threads N] [--dossiers N] [--lease MILLISECONDS]
      Submits dossiers under the keys load-1 to load-N and works on whatever is in the store until nothing is left,
      with several threads. Several of it may run at once, and may be killed at any moment.
  """

func complain(_ text: String) {
  _ = text.withCString { write(STDERR_FILENO, $0, strlen($0)) }
}

do {
  var arguments = Arguments(CommandLine.arguments.dropFirst())
  switch arguments.next() {
  case "queue": try QueueBenchmark(&arguments).run()
  case "load": try Load(&arguments).run()
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
