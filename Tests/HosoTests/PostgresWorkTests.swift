import Dossiers
import Foundation
import Testing
import Workflow

/// Several workers on one PostgreSQL database: killed at random, cut off from it, and the server itself restarted.
@Suite("many workers on PostgreSQL", .serialized, .enabled(if: TestServers.postgres != nil, "no PostgreSQL server"))
struct PostgresWorkTests {
  /// `Tests/soak` asks for more.
  static let workers = number("HOSO_SCALE_WORKERS", 3)
  static let dossiers = number("HOSO_SCALE_DOSSIERS", 60)
  static let kills = number("HOSO_SCALE_KILLS", 8)
  static let seed = UInt64(ProcessInfo.processInfo.environment["HOSO_SEED"] ?? "") ?? UInt64.random(in: 1...1_000_000)

  private static func number(_ name: String, _ standard: Int) -> Int {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? standard
  }

  /// Reads nothing: what is tried here is the hand-off.
  private static let pipeline = """
    { "pipeline": "scale", "stages": [
      { "id": "validate", "uses": "validate-file" },
      { "id": "receipt", "uses": "issue-receipt", "with": { "agency": "H26.1" } },
      { "id": "hand-off", "uses": "hand-off" } ] }
    """

  @Test("each dossier is handed off exactly once, whoever is killed and cut off", .timeLimit(.minutes(30)))
  func exactlyOnce() throws {
    print("workers \(Self.workers), dossiers \(Self.dossiers), kills \(Self.kills), HOSO_SEED=\(Self.seed)")
    var random = SeededGenerator(seed: Self.seed)
    let url = try makeDatabase()
    let homes = try (0..<Self.workers).map { _ in try TemporaryHome() }
    let files = try TemporaryHome()
    let environment = ["HOSO_STORE": url, "HOSO_FILES": files.path + "/files"]
    try enqueue(into: homes[0], environment)
    func start(_ number: Int) throws -> Process {
      try Program.start(
        ["work", "--home", homes[number].path, "--jobs", "1", "--log", "json"], log: homes[number].path + "/log",
        environment: environment)
    }
    var running = try (0..<Self.workers).map(start)
    for number in 0..<Self.kills {
      Thread.sleep(forTimeInterval: Double.random(in: 0.3...1.5, using: &random))
      let victim = Int.random(in: 0..<Self.workers, using: &random)
      switch number % 4 {
      case 1: try psql(url, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()")
      case 3 where number == 3 || number == Self.kills / 4 * 4 - 1: try restart()
      default:
        kill(running[victim].processIdentifier, SIGKILL)
        running[victim].waitUntilExit()
        running[victim] = try start(victim)
      }
    }
    let store = try PostgresStore.open(url: url)
    let deadline = Date().addingTimeInterval(Double(300 + Self.dossiers / 2))
    while try store.hasUnfinishedWork(), Date() < deadline { usleep(200_000) }
    for worker in running { worker.terminate() }
    for worker in running { worker.waitUntilExit() }
    try expectHandedOffOnce(store, homes)
  }

  @Test("a plan that names what this machine lacks is applied for workers elsewhere, and said to")
  func appliesForOthers() throws {
    let home = try TemporaryHome()
    let plan = try home.write(
      "plan.json",
      Data(
        """
        { "pipeline": "lao", "stages": [
          { "id": "validate", "uses": "validate-file" },
          { "id": "text", "uses": "read-text", "with": { "languages": ["lao_none"] } } ] }
        """.utf8))
    let url = try makeDatabase()
    let store = try PostgresStore.open(url: url)
    let now = Timestamp(milliseconds: 1_790_000_000_000)
    try store.register(
      WorkerRegistration(
        id: WorkerID(rawValue: "w"), host: "may-chu-7", processID: 1, version: "1", startedAt: now, seenAt: now))
    let ended = try Program.run(
      Program.folder + "/hoso", ["pipeline", "apply", plan, "--home", home.path], environment: ["HOSO_STORE": url])
    #expect(ended.status == 0, "\(ended.errors)")
    #expect(ended.errors.contains("missing on this machine") && ended.errors.contains("lao_none"), "\(ended.errors)")
    #expect(ended.errors.contains("hoso doctor tells: may-chu-7"), "\(ended.errors)")
    #expect(try store.activePlan()?.name == "lao")
    #expect(try Program.hoso("pipeline", "apply", plan, home: home.path).status == 2)
  }

  private func enqueue(into home: TemporaryHome, _ environment: [String: String]) throws {
    let pipeline = try home.write("pipeline-scale.json", Data(Self.pipeline.utf8))
    let applied = try Program.run(
      Program.folder + "/hoso", ["pipeline", "apply", pipeline, "--home", home.path], environment: environment)
    try #require(applied.status == 0, "\(applied.errors)")
    for number in 1...Self.dossiers {
      _ = try home.write("batch/\(10_000 + number)/don.pdf", SmallPDF.bytes(lines: ["SO \(number)"]))
    }
    let ended = try Program.run(
      Program.folder + "/hoso", ["import", home.path + "/batch", "--enqueue-only", "--home", home.path],
      environment: environment)
    try #require(ended.status == 0, "\(ended.errors)")
  }

  private func expectHandedOffOnce(_ store: PostgresStore, _ homes: [TemporaryHome]) throws {
    let dossiers = try store.dossiers(DossierFilter(limit: 100_000))
    #expect(dossiers.count == Self.dossiers)
    let open = dossiers.filter { $0.state != .handedOff }
    #expect(open.isEmpty, "not handed off: \(open.prefix(5).map { "\($0.id) \($0.state)" })")
    #expect(Set(dossiers.compactMap(\.code)).count == Self.dossiers, "a code was given twice or never")
    for dossier in dossiers {
      #expect(try store.events(of: dossier.id).count { $0.type == "dossier.handed-off" } == 1, "\(dossier.id)")
    }
    let messages = try store.pendingMessages(limit: 1_000_000).filter { $0.topic == "dossier.handed-off" }
    #expect(messages.count == Self.dossiers)
    #expect(Set(messages.map(\.dossier)).count == Self.dossiers)
    let faults = try StoreCheck.run(on: store)
    #expect(faults.isEmpty, "\(faults)")
  }

  // MARK: The server

  private func makeDatabase() throws -> String {
    let server = try #require(TestServers.postgres)
    let name = "scale_" + UUID().uuidString.lowercased().filter { $0 != "-" }
    try psql(server, "CREATE DATABASE \(name)")
    return server.split(separator: "/").dropLast().joined(separator: "/").replacing("postgres:/", with: "postgres://")
      + "/" + name
  }

  private func psql(_ url: String, _ sql: String) throws {
    let ended = try Program.run("/usr/bin/psql", ["-qAt", "-d", url, "-c", sql])
    #expect(ended.status == 0, "\(ended.errors)")
  }

  private func restart() throws {
    let environment = ProcessInfo.processInfo.environment
    guard let control = environment["HOSO_TEST_POSTGRES_CTL"], let data = environment["HOSO_TEST_POSTGRES_FOLDER"]
    else { return }
    // A server that inherits Foundation's descriptors would keep it waiting for a process that has ended.
    let closing = "for f in /proc/$$/fd/*; do n=${f##*/}; [ $n -le 2 ] || eval \"exec $n>&-\"; done"
    let restarting = "cd / && \(control) -D \(data) -m immediate -l \(data)/../log -w restart >/dev/null"
    let ended = try Program.run("/bin/bash", ["-c", "\(closing); \(restarting)"])
    #expect(ended.status == 0, "\(ended.errors)")
  }
}
