import Dossiers
import Foundation
import Testing
import Workflow

/// Workers and their hosts are killed at random moments; what was acknowledged must come through once.
@Suite("kill -9", .serialized)
struct KillTests {
  /// `Tests/soak` asks for more.
  static let kills = Int(ProcessInfo.processInfo.environment["HOSO_KILLS"] ?? "") ?? 50
  static let dossiers = Int(ProcessInfo.processInfo.environment["HOSO_KILL_DOSSIERS"] ?? "") ?? 200
  static let seed = UInt64(ProcessInfo.processInfo.environment["HOSO_SEED"] ?? "") ?? UInt64.random(in: 1...1_000_000)

  /// What reads pixels is left out: it takes time and nothing else.
  private static let pipeline = """
    { "pipeline": "quick", "stages": [
      { "id": "validate", "uses": "validate-file" }, { "id": "text", "uses": "read-text" },
      { "id": "classify", "uses": "classify" }, { "id": "payment", "uses": "extract-receipt" },
      { "id": "fingerprint", "uses": "fingerprint" }, { "id": "complete", "uses": "check-completeness" },
      { "id": "duplicates", "uses": "check-duplicates" },
      { "id": "receipt", "uses": "issue-receipt", "with": { "agency": "H26.1", "place": "Hà Nội" } },
      { "id": "bundle", "uses": "bundle-dossier" }, { "id": "hand-off", "uses": "hand-off" } ] }
    """
  private static let stages = 10
  /// So that as many kills as there are end with the run.
  private static let mostBetweenKills = 2 * dossiers * stages / kills

  @Test("each acknowledged dossier is handed off exactly once, whatever is killed and when", .timeLimit(.minutes(40)))
  func exactlyOnce() throws {
    print("kills \(Self.kills), dossiers \(Self.dossiers), HOSO_SEED=\(Self.seed)")
    var random = SeededGenerator(seed: Self.seed)
    let home = try TemporaryHome()
    _ = try home.write("pipeline.json", Data(Self.pipeline.utf8))
    try enqueue(into: home)
    let before = ProcessTable.stageHosts()
    let store = try SQLiteStore.open(path: home.path + "/store.sqlite")
    let log = home.path + "/worker.log"
    var killedWorkers = 0
    var killedHosts = 0
    var killedBoth = 0
    var killedAt: [Int32: Date] = [:]
    let began = Date()
    var worker = try Program.start(
      ["work", "--home", home.path, "--jobs", "2", "--verbose", "--log", "json"], log: log)
    var done = try StageCount(log: log)
    for _ in 0..<Self.kills {
      // One in eight at any moment of the start; the others spread over the whole run, however long it takes.
      if Int.random(in: 0..<8, using: &random) == 0 {
        Thread.sleep(forTimeInterval: Double.random(in: 0.02...0.7, using: &random))
      } else {
        try waitForStages(Int.random(in: 0...Self.mostBetweenKills, using: &random), &done, store)
        Thread.sleep(forTimeInterval: Double.random(in: 0...0.2, using: &random))
      }
      let hosts = ProcessTable.stageHosts(of: worker.processIdentifier)
      let aim = Int.random(in: 0..<4, using: &random)
      if let host = hosts.randomElement(using: &random), aim < 2 {
        kill(host, SIGKILL)
        killedHosts += 1
      } else {
        if aim == 3 { for host in hosts { kill(host, SIGKILL) } }
        killedAt[worker.processIdentifier] = Date()
        kill(worker.processIdentifier, SIGKILL)
        worker.waitUntilExit()
        killedWorkers += aim == 3 ? 0 : 1
        killedBoth += aim == 3 ? 1 : 0
        worker = try Program.start(
          ["work", "--home", home.path, "--jobs", "2", "--verbose", "--log", "json"], log: log)
      }
    }
    killedAt[worker.processIdentifier] = Date()
    kill(worker.processIdentifier, SIGKILL)
    worker.waitUntilExit()
    let ended = try Program.hoso("work", "--until-idle", "--jobs", "2", "--log", "json", home: home.path)
    print("killed \(killedWorkers) workers, \(killedHosts) hosts, \(killedBoth) workers with their hosts")
    #expect(ended.status == 0, "\(ended.errors.suffix(2000))")
    print("\(Int(Date().timeIntervalSince(began))) s from the first kill until all was handed off")
    try tellReclaims(in: store, killedAt: killedAt)

    try expectHandedOffOnce(in: home)
    Thread.sleep(forTimeInterval: 0.5)
    #expect(ProcessTable.stageHosts().subtracting(before).isEmpty, "stage hosts outlived their workers")
  }

  private func enqueue(into home: TemporaryHome) throws {
    for number in 1...Self.dossiers {
      let file = SmallPDF.bytes(lines: ["DON DE NGHI CAP GIAY XAC NHAN", "Kinh gui: UBND phuong A", "So: \(number)"])
      _ = try home.write("batch/\(1000 + number)/don.pdf", file)
    }
    let ended = try Program.hoso("import", home.path + "/batch", "--enqueue-only", home: home.path)
    #expect(ended.status == 0, "\(ended.errors)")
  }

  /// Until so many more stages are recorded, or nothing is left to do.
  private func waitForStages(_ count: Int, _ done: inout StageCount, _ store: SQLiteStore) throws {
    let end = Date(timeIntervalSinceNow: 30)
    let wanted = try done.now() + count
    while Date() < end, try done.now() < wanted, try store.hasUnfinishedWork() { Thread.sleep(forTimeInterval: 0.01) }
  }

  /// How soon tasks of killed workers were in the queue again. No bound holds here, where whoever could reclaim them
  /// is killed in turn; `TimingTests` has it.
  private func tellReclaims(in store: SQLiteStore, killedAt: [Int32: Date]) throws {
    // Those that were killed never took leave, so the store still lists them.
    let processes = Dictionary(uniqueKeysWithValues: try store.workers().map { ($0.id.rawValue, $0.processID) })
    var seconds: [Double] = []
    for dossier in try store.dossiers(DossierFilter(limit: 10_000)) {
      for event in try store.events(of: dossier.id) where event.type == "task.reclaimed" {
        guard let process = processes[event.actor], let killed = killedAt[process] else { continue }
        seconds.append(Double(event.at.milliseconds) / 1000 - killed.timeIntervalSince1970)
      }
    }
    seconds.sort()
    guard let most = seconds.last else { return }
    let some = [0.1, 0.5, 0.9].map { String(format: "%.1f", seconds[Int(Double(seconds.count - 1) * $0)]) }
    let longest = String(format: "%.1f", most)
    print("\(seconds.count) tasks reclaimed; p10, p50, p90, most after \(some.joined(separator: ", ")), \(longest) s")
  }

  private func expectHandedOffOnce(in home: TemporaryHome) throws {
    let store = try SQLiteStore.open(path: home.path + "/store.sqlite")
    let dossiers = try store.dossiers(DossierFilter(limit: 10_000))
    #expect(dossiers.count == Self.dossiers)
    let open = dossiers.filter { $0.state != .handedOff }
    #expect(open.isEmpty, "not handed off: \(open.map { "\($0.id) \($0.state)" })")
    #expect(Set(dossiers.compactMap(\.code)).count == Self.dossiers, "a code was given twice or never")
    for dossier in dossiers {
      let events = try store.events(of: dossier.id)
      #expect(events.count { $0.type == "dossier.handed-off" } == 1, "\(dossier.id)")
      let packages = try store.packages(of: dossier.id)
      #expect(packages.count == 1)
    }
    let messages = try store.pendingMessages(limit: 100_000).filter { $0.topic == "dossier.handed-off" }
    #expect(Set(messages.map(\.dossier)).count == Self.dossiers)
    #expect(messages.count == Self.dossiers)
    // Serials of a day run from 1 without a gap.
    let serials = dossiers.compactMap { $0.code?.split(separator: "-").last.flatMap { Int($0) } }.sorted()
    #expect(
      serials == Array(1...Self.dossiers) || Set(dossiers.compactMap { $0.code?.split(separator: "-")[1] }).count > 1)

    #expect(try StoreCheck.run(on: store).isEmpty)
    // Nothing that the record names is missing; what nobody names goes with a sweep, and nothing else does.
    try expectSound(home)
    try home.age(hours: 48)
    let swept = try Program.hoso("storage", "sweep", home: home.path)
    print(swept.output)
    #expect(swept.status == 0)
    try expectSound(home)
    let again = try Program.hoso("storage", "sweep", home: home.path)
    #expect(again.output.hasPrefix("removed 0 files (0 bytes), 0 packages and 0 half-written"), "\(again.output)")
    let packages = try store.dossiers(DossierFilter(limit: 10_000)).flatMap { try store.packages(of: $0.id) }
    let folders = packages.map { home.path + "/packages/" + $0.path }
    let verified = try Program.run(Program.folder + "/hoso", ["bag", "verify"] + folders)
    #expect(verified.status == 0, "\(verified.output.suffix(2000))")
  }
}

extension KillTests {
  private func expectSound(_ home: TemporaryHome) throws {
    let fixity = try Program.hoso("fixity", home: home.path)
    #expect(fixity.status == 0, "\(fixity.output)")
  }
}

/// The stages that a growing log says are done.
private struct StageCount {
  private let handle: FileHandle
  private var count = 0
  private var rest = Data()

  init(log: String) throws {
    handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: log))
  }

  mutating func now() throws -> Int {
    rest += try handle.readToEnd() ?? Data()
    let lines = rest.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    count += lines.dropLast().count { $0.range(of: Data("\"stage.done\"".utf8)) != nil }
    rest = Data(lines.last ?? Data())
    return count
  }
}

/// SplitMix64: the same seed, the same run of the dice.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
