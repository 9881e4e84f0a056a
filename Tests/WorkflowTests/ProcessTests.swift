import Dossiers
import Foundation
import Testing
import Workflow

@Suite("Several processes, some of them killed")
struct ProcessTests {
  @Test("two processes with eight threads each: every dossier handed off once, no code twice, no serial missing")
  func worksTogether() throws {
    let path = try ScratchFolder.make() + "/store.sqlite"
    let both = try ["one", "two"].map {
      try LoadProcess(path, worker: $0, threads: 8, dossiers: 60)
    }
    #expect(both.map { $0.wait() } == [0, 0])
    try expectAllHandedOff(path, dossiers: 60)
  }

  @Test("a writer killed at random moments leaves a sound store, and the next one finishes its work")
  func survivesKills() throws {
    let path = try ScratchFolder.make() + "/store.sqlite"
    let dossiers = 400
    for number in 0..<25 {
      // Each brings dossiers of its own: however fast the machine is, the next one finds work too.
      let worker = "killed-\(number)"
      let process = try LoadProcess(
        path, worker: worker, threads: 2, dossiers: dossiers / 25 * (number + 1), leaseMilliseconds: 300)
      try process.waitUntilWorking {
        try Probe(path).value("SELECT count(*) > 0 FROM stage_runs WHERE worker = '\(worker)'") == "1"
      }
      // Never the same moment.
      usleep(.random(in: 0...40_000))
      process.kill()
      try Probe(path).expectConsistent()
    }
    let last = try LoadProcess(path, worker: "last", threads: 2, dossiers: dossiers, leaseMilliseconds: 5_000)
    #expect(last.wait() == 0)
    // The kills met workers at work: else they would show nothing.
    let probe = try Probe(path)
    let met = try probe.value("SELECT count(DISTINCT worker) FROM stage_runs WHERE worker GLOB 'killed-*'")
    #expect(met == "25")
    #expect(try probe.value("SELECT count(*) > 0 FROM events WHERE type = 'task.reclaimed'") == "1")
    try expectAllHandedOff(path, dossiers: dossiers)
  }

  private func expectAllHandedOff(_ path: String, dossiers: Int) throws {
    let probe = try Probe(path)
    try probe.expectConsistent()
    let count = "\(dossiers)"
    #expect(try probe.value("SELECT count(*) FROM dossiers") == count)
    #expect(try probe.value("SELECT count(*) FROM dossiers WHERE state = 'handed-off'") == count)
    #expect(try probe.value("SELECT count(DISTINCT idempotency_key) FROM submissions") == count)
    #expect(try probe.value("SELECT count(DISTINCT code) FROM receipts") == count)
    #expect(try probe.value("SELECT max(serial) FROM receipts") == count)
    #expect(try probe.value("SELECT count(*) FROM events WHERE type = 'dossier.handed-off'") == count)
    #expect(try probe.value("SELECT count(*) FROM tasks WHERE state <> 'done'") == "0")
    // A stage that ended is not run again: each task's stages end once.
    #expect(
      try probe.value(
        """
        SELECT count(*) FROM (
          SELECT task, stage FROM stage_runs WHERE outcome = 'done' GROUP BY task, stage HAVING count(*) > 1)
        """) == "0")
  }
}
