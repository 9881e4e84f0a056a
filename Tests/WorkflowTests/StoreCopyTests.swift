import Dossiers
import Testing
import Workflow

@Suite("Copies and checks")
struct StoreCopyTests {
  /// A SQLite store with a bit of everything in it, at rest.
  private func filled(_ path: String) throws -> SQLStore {
    let store = try SQLiteStore.open(path: path)
    let plan = PlanID(rawValue: String(repeating: "ab", count: 32))
    _ = try store.apply(
      StoredPlan(id: plan, name: "thử", canonicalJSON: "{}", appliedAt: Timestamp(milliseconds: 0)), by: "tester")
    _ = try store.currentSigningKey { Array(0...31) }
    for number in 0..<12 {
      _ = try store.submit(
        NewSubmission(
          idempotencyKey: "k\(number)", channel: "cli", sender: "Trần Thị Mẫu \\ \"\(number)\"", procedure: "1.001",
          plan: plan, firstDocumentStage: "read", firstDossierStage: "check",
          files: [.init(name: "tệp {\(number)}.jpg", sha256: Scenario.digest(number), byteCount: 1)]))
    }
    let now = Timestamp(milliseconds: 1_790_000_000_000)
    for lease in try store.claim(ClaimRequest(worker: WorkerID(rawValue: "w"), limit: 8)) {
      let name = FieldName("full-name")
      var record = StageRecord(
        stage: "read", uses: "no-op", startedAt: now, endedAt: now, outcome: "done", next: .documentEnds(.accepted))
      record.output = ["tỷ lệ": .number(0.1), "dòng": "một\nhai"]
      record.parts = [
        Part(
          kind: .idCard, pages: [1],
          fields: [name: Field(value: "NGUYỄN VĂN MẪU", confidence: 0.1 + 0.2, source: .ocr, page: 1)])
      ]
      try store.record(record, under: lease.token)
    }
    return store
  }

  @Test("a copy holds every row under its own key, and the numbering goes on after it", arguments: Backend.all)
  func copies(_ backend: Backend) throws {
    let source = try filled(try ScratchFolder.make() + "/store.sqlite")
    let target = try #require(try backend.place().open(SystemClock()) as? SQLStore)
    let seals = try StoreCopy.run(from: source, to: target) { _, _ in }
    #expect(try StoreCopy.seals(of: source) == seals)
    #expect(try StoreCopy.seals(of: target) == seals)
    #expect(seals.first { $0.table == "documents" }?.rows == 12)
    #expect((seals.first { $0.table == "fields" }?.rows ?? 0) == 8)
    #expect(try StoreCheck.run(on: target).map(\.fault) == [])
    // It can be worked on: new rows get numbers of their own.
    #expect(try target.claim(ClaimRequest(worker: WorkerID(rawValue: "w2"), limit: 100)).count == 12)
    try target.pause(stage: "read", by: "Vận hành B")
    // A second copy would mix two records.
    #expect(errorCode { _ = try StoreCopy.run(from: source, to: target) { _, _ in } } == .conflict)
  }

  @Test("nothing is copied while a worker holds a task")
  func refusesLeased() throws {
    let source = try filled(try ScratchFolder.make() + "/store.sqlite")
    _ = try source.claim(ClaimRequest(worker: WorkerID(rawValue: "w"), limit: 1))
    let target = try SQLiteStore.open(path: try ScratchFolder.make() + "/store.sqlite")
    #expect(errorCode { _ = try StoreCopy.run(from: source, to: target) { _, _ in } } == .conflict)
    #expect(try StoreCopy.seals(of: target).allSatisfy { $0.rows == 0 })
  }

  @Test("the list of tables that copies go by names every table and column of the schema")
  func knowsSchema() throws {
    let path = try ScratchFolder.make() + "/store.sqlite"
    let store = try filled(path)
    let probe = try Probe(path)
    let known = Set(try StoreCopy.seals(of: store).map(\.table))
    let present = try probe.rows(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'store_migrations'")
    #expect(Set(present.map { $0[0] }) == known)
    for table in known {
      let columns = try probe.rows("SELECT name FROM pragma_table_info('\(table)') ORDER BY cid").map { $0[0] }
      #expect(StoreCopy.columns(of: table) == columns, "\(table)")
    }
  }

  @Test(
    "a check finds what was tampered with",
    arguments: [
      ("DELETE FROM task_queue WHERE id = (SELECT min(id) FROM task_queue)", "a task is queued without a row"),
      ("UPDATE dossiers SET code = 'X' WHERE id = (SELECT min(id) FROM dossiers)", "a dossier's code"),
      ("DELETE FROM stage_runs WHERE sequence = 1", "a stage run without its event"),
      ("INSERT INTO counters VALUES ('A', '260101', 3)", "serials with a gap"),
    ])
  func finds(_ sql: String, _ fault: String) throws {
    let path = try ScratchFolder.make() + "/store.sqlite"
    let store = try filled(path)
    #expect(try StoreCheck.run(on: store).isEmpty)
    try Probe(path).run(sql)
    #expect(try StoreCheck.run(on: store).contains { $0.fault.hasPrefix(fault) })
  }
}
