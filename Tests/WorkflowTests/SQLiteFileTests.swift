import Dispatch
import Dossiers
import Foundation
import Synchronization
import Testing
import Workflow

@Suite("SQLite files")
struct SQLiteFileTests {
  private func fresh() throws -> (path: String, store: SQLiteStore) {
    let path = try ScratchFolder.make() + "/store.sqlite"
    return (path, try SQLiteStore.open(path: path))
  }

  /// Sees an empty store until it ends its transaction.
  private func readerOfOldView(_ path: String) throws -> Probe {
    let reader = try Probe(path)
    try reader.run("BEGIN")
    #expect(try reader.value("SELECT count(*) FROM plans") == "0")
    return reader
  }

  /// The length of the write-ahead log's file.
  private func logBytes(_ path: String) throws -> Int {
    try #require(try FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int)
  }

  @Test("an older program refuses a newer store, to write and to read, and leaves it as it was")
  func refusesNewer() throws {
    let path = try ScratchFolder.make() + "/store.sqlite"
    _ = try SQLiteStore.open(path: path)
    let probe = try Probe(path)
    try probe.run("INSERT INTO store_migrations VALUES (999, 'later', 'x', 0)")
    #expect(errorCode { _ = try SQLiteStore.open(path: path) } == .newerSchema)
    #expect(errorCode { _ = try SQLiteStore.openReadOnly(path: path) } == .newerSchema)
    #expect(try probe.value("SELECT max(version) FROM store_migrations") == "999")
  }

  @Test("a store whose migrations are not this program's is refused")
  func refusesOtherMigrations() throws {
    let (path, _) = try fresh()
    try Probe(path).run("UPDATE store_migrations SET checksum = 'another' WHERE version = 1")
    #expect(errorCode { _ = try SQLiteStore.open(path: path) } == .conflict)
  }

  @Test("another program's database is refused and stays as it is, to the byte")
  func refusesForeignFiles() throws {
    let path = try ScratchFolder.make() + "/other.sqlite"
    try Data().write(to: URL(filePath: path))
    try Probe(path).run("CREATE TABLE theirs (a)")
    let before = FileManager.default.contents(atPath: path)
    #expect(errorCode { _ = try SQLiteStore.open(path: path) } == .conflict)
    #expect(FileManager.default.contents(atPath: path) == before)
  }

  @Test("a file that is no database is called corrupt")
  func refusesGarbage() throws {
    let path = try ScratchFolder.make() + "/garbage.sqlite"
    try Data(repeating: 0x41, count: 10_000).write(to: URL(filePath: path))
    #expect(errorCode { _ = try SQLiteStore.open(path: path) } == .corrupt)
  }

  @Test("a folder that is not there is not found, and reading never makes a file")
  func needsFolder() throws {
    let path = try ScratchFolder.make() + "/none/store.sqlite"
    #expect(errorCode { _ = try SQLiteStore.open(path: path) } == .notFound)
    let missing = try ScratchFolder.make() + "/store.sqlite"
    #expect(errorCode { _ = try SQLiteStore.openReadOnly(path: missing) } == .notFound)
    #expect(!FileManager.default.fileExists(atPath: missing))
  }

  @Test("opened for reading only, it shows what others write and refuses to write")
  func readsOnly() throws {
    let (path, store) = try fresh()
    let reader = try SQLiteStore.openReadOnly(path: path)
    let key = try store.currentSigningKey { [1, 2, 3] }
    #expect(try reader.signingKey(key.id)?.secret == [1, 2, 3])
    #expect(errorCode { try reader.pause(stage: "read", by: "x") } == .readOnly)
    #expect(errorCode { _ = try reader.claim(ClaimRequest(worker: WorkerID(rawValue: "w"), limit: 1)) } == .readOnly)
  }

  @Test("a reader that held an old view for long leaves no log that grows for ever")
  func movesLogOn() throws {
    let (path, store) = try fresh()
    let reader = try readerOfOldView(path)
    var stages = 0
    func write(bytes: Int) throws {
      let end = try logBytes(path) + bytes
      for _ in 0..<bytes / 100_000 where try logBytes(path) < end {
        try store.pause(stage: String(repeating: "x", count: 100_000) + "\(stages)", by: "x")
        stages += 1
      }
    }
    try write(bytes: 10 << 20)
    let held = try logBytes(path)
    #expect(held >= 10 << 20)
    try reader.run("COMMIT")
    try write(bytes: 30 << 20)
    // Half as much again may pass before the next try, then a thousand pages at a time.
    #expect(try logBytes(path) < held * 2)
    #expect(try store.pausedStages().count == stages)
  }

  @Test("beside a reader that holds an old view the log's file grows once in many commits")
  func makesRoomInLog() throws {
    let (path, store) = try fresh()
    let reader = try readerOfOldView(path)
    defer { withExtendedLifetime(reader) {} }
    var growths = 0
    for number in 0..<400 {
      let before = try logBytes(path)
      try store.pause(stage: "stage-\(number)", by: "x")
      if try logBytes(path) > before { growths += 1 }
    }
    #expect(growths > 0)
    #expect(growths < 20, "\(growths) times in 400 commits")
    // As a machine that lost its power left it: log, room and all.
    let copy = try ScratchFolder.make() + "/store.sqlite"
    for suffix in ["", "-wal"] { try FileManager.default.copyItem(atPath: path + suffix, toPath: copy + suffix) }
    #expect(try SQLiteStore.open(path: copy).pausedStages().count == 400)
    try Probe(copy).expectConsistent()
  }

  @Test("readers go on while another process writes; a writer that waits too long says busy")
  func readsDuringWrites() throws {
    let path = try ScratchFolder.make() + "/store.sqlite"
    let store = try SQLiteStore.open(path: path, busyMilliseconds: 50)
    try store.pause(stage: "read", by: "x")
    let probe = try Probe(path)
    try probe.run("BEGIN IMMEDIATE; DELETE FROM stage_pauses")
    #expect(try store.pausedStages() == ["read"])
    #expect(errorCode { try store.resume(stage: "read", by: "x") } == .busy)
    try probe.run("COMMIT")
    #expect(try store.pausedStages() == [])
    try store.pause(stage: "read", by: "x")
    #expect(try store.pausedStages() == ["read"])
  }

  @Test("a new store is private to its user: citizens' data and signing keys are in it")
  func isPrivate() throws {
    let (path, store) = try fresh()
    _ = try store.currentSigningKey { [1] }
    for suffix in ["", "-wal", "-shm"] {
      let mode = try FileManager.default.attributesOfItem(atPath: path + suffix)[.posixPermissions] as? Int
      #expect(mode == 0o600)
    }
  }

  @Test("many that open a fresh path at once agree on one store")
  func opensTogether() throws {
    let path = try ScratchFolder.make() + "/store.sqlite"
    let errors = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 8) { number in
      do {
        let store = try SQLiteStore.open(path: path)
        try store.pause(stage: "stage-\(number)", by: "x")
      } catch {
        errors.withLock { $0.append("\(error)") }
      }
    }
    #expect(errors.withLock { $0 } == [])
    #expect(try SQLiteStore.open(path: path).pausedStages().count == 8)
    #expect(try Probe(path).value("SELECT count(*) FROM store_migrations") == "7")
  }

  @Test("serials grow past four digits")
  func growsSerials() throws {
    let path = try ScratchFolder.make() + "/store.sqlite"
    let backend = Backend(testDescription: "SQLite") {
      Backend.Place { clock in try SQLiteStore.open(path: path, clock: clock) }
    }
    let scenario = try Scenario(backend)
    try scenario.submit(documentStages: false)
    try Probe(path).run("INSERT INTO counters VALUES ('H26.1', '260922', 9999)")
    let lease = try scenario.claimOne()
    let receipt = try scenario.store.issueReceipt(
      ReceiptRequest(
        agency: "H26.1", day: "260922", issuedAt: scenario.clock.now().wall, dueAt: nil, contentDigest: "d",
        keyID: "k1"), under: lease.token, sign: { $0 })
    #expect(receipt.code == "H26.1-260922-10000")
  }

  @Test("the views for other systems have exactly the columns that Schema.md promises")
  func keepsViews() throws {
    let (path, _) = try fresh()
    let probe = try Probe(path)
    let document = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Workflow/Schema.md")
    var promised: [String: [String]] = [:]
    var view = ""
    for line in try String(contentsOf: document, encoding: .utf8).split(separator: "\n") {
      if line.hasPrefix("#") {
        view = line.hasPrefix("### `hoso_v1_") ? String(line.dropFirst(5).prefix { $0 != "`" }) : ""
      } else if !view.isEmpty, line.hasPrefix("| `") {
        promised[view, default: []].append(String(line.dropFirst(3).prefix { $0 != "`" }))
      }
    }
    let views = try probe.rows("SELECT name FROM sqlite_master WHERE type = 'view' AND name GLOB 'hoso_*'").map {
      $0[0]
    }
    #expect(Set(views) == Set(promised.keys))
    for view in views {
      let columns = try probe.rows("SELECT name FROM pragma_table_info('\(view)')").map { $0[0] }
      #expect(columns == promised[view], "\(view)")
    }
  }

  @Test("what people set shows in the fields' view, with what was read beside it")
  func showsSettingsInView() throws {
    let path = try ScratchFolder.make() + "/store.sqlite"
    let backend = Backend(testDescription: "SQLite") {
      Backend.Place { clock in try SQLiteStore.open(path: path, clock: clock) }
    }
    let scenario = try Scenario(backend)
    try scenario.submit()
    let lease = try scenario.claimOne()
    var read = scenario.result(lease, .documentEnds(.accepted))
    read.parts = [
      Part(
        kind: .idCard, pages: [1],
        fields: [
          .fullName: Field(value: "NGUYEN", confidence: 0.4, source: .ocr, page: 1),
          .idNumber: Field(value: "001190000017", confidence: 0.99, source: .qr, verified: true, page: 1),
        ])
    ]
    try scenario.store.record(read, under: lease.token)
    let document = try #require(lease.task.document)
    try scenario.store.setField(.fullName, to: "NGUYỄN", part: 0, of: document, by: "Cán bộ A")
    try scenario.store.setField(.sex, to: "Nữ", part: 0, of: document, by: "Cán bộ A")
    let rows = try Probe(path).rows(
      "SELECT name, value, source, verified, flagged, read_value, set_by FROM hoso_v1_fields ORDER BY name")
    #expect(
      rows == [
        ["full_name", "\"NGUYỄN\"", "person", "0", "0", "\"NGUYEN\"", "Cán bộ A"],
        ["id_number", "\"001190000017\"", "qr", "1", "0", "\"001190000017\"", ""],
        ["sex", "\"Nữ\"", "person", "0", "0", "", "Cán bộ A"],
      ])
  }
}
