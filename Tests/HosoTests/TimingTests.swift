import Dossiers
import Foundation
import Testing
import Workflow

/// How long the others wait for a dead worker's tasks, and a worker for its own end.
@Suite("in time", .serialized, .timeLimit(.minutes(15)))
struct TimingTests {
  /// Pairs of workers, each pair on a home of its own.
  static let pairs = Int(ProcessInfo.processInfo.environment["HOSO_RECLAIMS"] ?? "") ?? 3

  private static let pipeline = """
    { "pipeline": "slow", "stages": [ { "id": "slow", "uses": "exec",
      "with": { "program": "/bin/sleep", "arguments": ["600"] }, "limits": { "time": "15m" } } ] }
    """

  private struct Pair {
    let home: TemporaryHome
    let store: SQLiteStore
    let holder: Process
    let other: Process
    var killedAt = Date()
    var seconds: Double?
  }

  @Test("a killed worker's task runs elsewhere within 30 s")
  func reclaims() throws {
    var pairs = try (0..<Self.pairs).map { try pair($0) }
    for index in pairs.indices {
      // At any moment between two renewals.
      Thread.sleep(forTimeInterval: Double.random(in: 0...2))
      pairs[index].killedAt = Date()
      kill(pairs[index].holder.processIdentifier, SIGKILL)
    }
    let end = Date(timeIntervalSinceNow: 45)
    while Date() < end, pairs.contains(where: { $0.seconds == nil }) {
      for index in pairs.indices where pairs[index].seconds == nil {
        if try pairs[index].store.tasks(states: [.leased], limit: 1).first?.crashes == 1 {
          pairs[index].seconds = Date().timeIntervalSince(pairs[index].killedAt)
        }
      }
      Thread.sleep(forTimeInterval: 0.02)
    }
    for pair in pairs {
      kill(pair.other.processIdentifier, SIGKILL)
      pair.other.waitUntilExit()
      pair.holder.waitUntilExit()
    }
    let seconds = pairs.compactMap(\.seconds).sorted()
    print("elsewhere after \(seconds.map { String(format: "%.1f", $0) }.joined(separator: ", ")) s")
    #expect(seconds.count == Self.pairs)
    #expect(seconds.allSatisfy { $0 < 30 })
  }

  /// Two workers, the first of which holds the only task.
  private func pair(_ number: Int) throws -> Pair {
    let home = try TemporaryHome()
    _ = try home.write("pipeline.json", Data(Self.pipeline.utf8))
    let file = try home.write("in/\(number).pdf", SmallPDF.bytes(lines: ["\(number)"]))
    #expect(try Program.hoso("enqueue", file, home: home.path).status == 0)
    let arguments = ["work", "--home", home.path, "--jobs", "1"]
    let store = try SQLiteStore.open(path: home.path + "/store.sqlite")
    let holder = try Program.start(arguments, log: home.path + "/holder.log")
    try wait { try store.tasks(states: [.leased], limit: 1).count == 1 }
    let other = try Program.start(arguments, log: home.path + "/other.log")
    try wait { try store.workers().count == 2 }
    return Pair(home: home, store: store, holder: holder, other: other)
  }

  @Test("a worker told to stop over a backlog of 10,000 tasks is gone within 30 s, and nothing is lost")
  func backlog() throws {
    let home = try TemporaryHome()
    let first = try home.write("first.pdf", SmallPDF.bytes(lines: ["first"]))
    #expect(try Program.hoso("enqueue", first, home: home.path).status == 0)
    let store = try SQLiteStore.open(path: home.path + "/store.sqlite")
    let plan = try #require(try store.activePlan())
    let file = try #require(try store.referencedFiles().first)
    for number in 0..<100 {
      _ = try store.submit(
        NewSubmission(
          channel: "test", procedure: ProcedureCatalogue.builtIn.standard.code, plan: plan.id,
          firstDocumentStage: "validate", firstDossierStage: "complete",
          files: (0..<100).map { .init(name: "\(number)-\($0).pdf", sha256: file, byteCount: 900) }))
    }
    let worker = try Program.start(["work", "--home", home.path, "--jobs", "2"], log: home.path + "/worker.log")
    try wait { try (store.tally().tasks["done"] ?? 0) >= 2 }
    let began = Date()
    worker.terminate()
    worker.waitUntilExit()
    let seconds = Date().timeIntervalSince(began)
    print("stopped after \(String(format: "%.2f", seconds)) s")
    #expect(seconds < 30 && worker.terminationStatus == 0)
    let tasks = try store.tally().tasks
    #expect(tasks["leased"] == nil)
    #expect((tasks["ready"] ?? 0) + (tasks["done"] ?? 0) + (tasks["waiting"] ?? 0) == 10_102)
    #expect(try StoreCheck.run(on: store).isEmpty)
  }

  private struct NotInTime: Error {}

  private func wait(_ condition: () throws -> Bool) throws {
    let end = Date(timeIntervalSinceNow: 60)
    while Date() < end {
      if try condition() { return }
      Thread.sleep(forTimeInterval: 0.02)
    }
    throw NotInTime()
  }
}
