import Glibc

/// `hoso-bench all`: every measurement in one run, with the machine named.
struct AllBenchmarks {
  private let tasks: Int
  private let rounds: Int
  private let dossiers: Int
  private let folder: String
  private let url: String?
  private let programs: String

  init(_ arguments: inout Arguments) throws {
    tasks = try arguments.number("tasks", standard: 5_000)
    rounds = try arguments.number("rounds", standard: 3)
    dossiers = try arguments.number("dossiers", standard: 200)
    folder = try arguments.option("folder") ?? "/tmp"
    url = try arguments.option("postgres")
    let own = CommandLine.arguments[0]
    programs =
      try arguments.option("programs") ?? own.lastIndex(of: "/").map { String(own[..<$0]) } ?? "."
    try arguments.end()
  }

  func run() throws {
    print("machine: \(Machine.name)")
    print("load at the start: \(Machine.load)\n")
    fflush(nil)
    try WholeBenchmark(programs: programs, dossiers: dossiers, folder: folder).run()
    for place in [["--folder", folder], url.map { ["--postgres", $0] } ?? []] where !place.isEmpty {
      print("")
      fflush(nil)
      var words = Arguments(["--tasks", "\(tasks)", "--rounds", "\(rounds)", "--backlog", "1000,1000000"] + place)
      try QueueBenchmark(&words).run()
    }
    print("\nload at the end: \(Machine.load)")
  }
}
