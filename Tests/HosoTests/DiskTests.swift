import Foundation
import Testing
import Workflow

/// Full, read-only and vanished disks under whole programs.
@Suite("the home's disk", .serialized, .timeLimit(.minutes(20)))
struct DiskTests {
  /// `Tests/soak` asks for 20.
  static let runs = Int(ProcessInfo.processInfo.environment["HOSO_DISK_RUNS"] ?? "") ?? 1
  static let seed = UInt64(ProcessInfo.processInfo.environment["HOSO_SEED"] ?? "") ?? UInt64.random(in: 1...1_000_000)

  private func paper(_ number: Int) -> Data {
    SmallPDF.bytes(lines: ["DON DE NGHI CAP GIAY XAC NHAN", "So: \(number)"])
  }

  private func enqueue(_ number: Int, on disk: SmallDisk, from inbox: TemporaryHome) throws -> Program.Ended {
    try Program.hoso("enqueue", try inbox.write("\(number).pdf", paper(number)), home: disk.path + "/home")
  }

  private func start(on disk: SmallDisk, log: String) throws -> Process {
    try Program.start(
      ["work", "--home", disk.path + "/home", "--jobs", "2", "--min-free", "3MiB", "--log", "json"], log: log)
  }

  /// Everything that was acknowledged is handed off once, every file is whole, nothing is left over.
  private func expectSound(_ disk: SmallDisk, acknowledged: Int) throws {
    let home = disk.path + "/home"
    let ended = try Program.hoso("work", "--until-idle", "--min-free", "1MiB", home: home)
    #expect(ended.status == 0, "\(ended.errors.suffix(2000))")
    let store = try SQLiteStore.open(path: home + "/store.sqlite")
    let dossiers = try store.dossiers(DossierFilter(limit: 10_000))
    // A sender whose answer never came may be in the record all the same; one who was answered always is.
    #expect(dossiers.count == acknowledged)
    #expect(dossiers.allSatisfy { $0.state == .handedOff }, "\(dossiers.map(\.state))")
    #expect(Set(dossiers.compactMap(\.code)).count == dossiers.count)
    let messages = try store.pendingMessages(limit: 10_000).filter { $0.topic == "dossier.handed-off" }
    #expect(messages.count == dossiers.count && Set(messages.map(\.dossier)).count == dossiers.count)
    #expect(try StoreCheck.run(on: store).isEmpty)
    for check in [["fixity"], ["storage", "sweep", "--older-than", "1h"]] {
      let checked = try Program.run(Program.folder + "/hoso", check + ["--home", home])
      #expect(checked.status == 0, "\(checked.output)")
    }
    let packages = try dossiers.flatMap { try store.packages(of: $0.id) }.map { home + "/packages/" + $0.path }
    let verified = try Program.run(Program.folder + "/hoso", ["bag", "verify"] + packages)
    #expect(verified.status == 0, "\(verified.output.suffix(1000))")
  }

  @Test("that fills up at random moments loses nothing that was acknowledged, and makes nothing twice")
  func full() throws {
    print("runs \(Self.runs), HOSO_SEED=\(Self.seed)")
    var random = SeededGenerator(seed: Self.seed)
    for run in 1...Self.runs {
      guard let disk = try SmallDisk(mebibytes: 24) else { return }
      let inbox = try TemporaryHome()
      var acknowledged = 0
      for number in 1...4 {
        let ended = try enqueue(number, on: disk, from: inbox)
        #expect(ended.status == 0, "\(ended.errors)")
        acknowledged += 1
      }
      let log = inbox.path + "/worker.log"
      let worker = try start(on: disk, log: log)
      var refused = 0
      for number in 5...10 {
        Thread.sleep(forTimeInterval: Double.random(in: 0...0.6, using: &random))
        // From a block or none to just above what the worker wants.
        try disk.fill(leavingKiB: [0, 4, 64, 300, 3_500].randomElement(using: &random) ?? 0)
        let ended = try enqueue(number, on: disk, from: inbox)
        if ended.status == 0 {
          acknowledged += 1
        } else {
          refused += 1
          #expect(ended.output.isEmpty, "no id without the record: \(ended.output)")
          #expect(ended.errors.contains("disk") || ended.errors.contains("full"), "\(ended.errors)")
        }
        Thread.sleep(forTimeInterval: Double.random(in: 0...1, using: &random))
        disk.makeRoom()
      }
      worker.terminate()
      worker.waitUntilExit()
      print("run \(run): \(acknowledged) acknowledged, \(refused) refused")
      try expectSound(disk, acknowledged: acknowledged)
    }
  }

  @Test("below its floor is left alone, which the log says, and work goes on once there is room")
  func floor() throws {
    guard let disk = try SmallDisk(mebibytes: 24) else { return }
    let inbox = try TemporaryHome()
    #expect(try enqueue(1, on: disk, from: inbox).status == 0)
    try disk.fill(leavingKiB: 2_500)
    let log = inbox.path + "/worker.log"
    let worker = try start(on: disk, log: log)
    try wait { try text(log).contains("disk.low") }
    let store = try SQLiteStore.open(path: disk.path + "/home/store.sqlite")
    #expect(try store.tally().tasks["ready"] == 1, "nothing is begun")
    disk.makeRoom()
    try wait { try store.tally().dossiers["handed-off"] == 1 }
    #expect(try text(log).contains("disk.room-again"))
    worker.terminate()
    worker.waitUntilExit()
  }

  @Test("that becomes read-only takes nothing in, and what was taken in goes on afterwards")
  func readOnly() throws {
    guard let disk = try SmallDisk(mebibytes: 24) else { return }
    let inbox = try TemporaryHome()
    for number in 1...3 { #expect(try enqueue(number, on: disk, from: inbox).status == 0) }
    // Nothing may be open for writing while the mode changes.
    guard try disk.remount(readOnly: true) else { return }
    let refused = try enqueue(4, on: disk, from: inbox)
    #expect(refused.status != 0 && refused.output.isEmpty, "\(refused.output)")
    #expect(refused.errors.contains("read-only") || refused.errors.contains("cannot be written"), "\(refused.errors)")
    let worker = try Program.hoso("work", "--until-idle", "--min-free", "1MiB", home: disk.path + "/home")
    #expect(worker.status != 0 && !worker.errors.isEmpty)
    #expect(try disk.remount(readOnly: false))
    try expectSound(disk, acknowledged: 3)
  }

  @Test("that vanishes under a worker fails no task: it waits until the disk is back")
  func vanished() throws {
    let place = try TemporaryHome()
    let home = place.path + "/home"
    for number in 1...6 {
      let file = try place.write("\(number).pdf", paper(number))
      #expect(try Program.hoso("enqueue", file, home: home).status == 0)
    }
    let log = place.path + "/worker.log"
    let worker = try Program.start(["work", "--home", home, "--jobs", "2", "--log", "json"], log: log)
    try wait { try text(log).contains("stage.done") }
    try FileManager.default.moveItem(atPath: home, toPath: place.path + "/away")
    try wait { try text(log).contains("home.gone") }
    Thread.sleep(forTimeInterval: 3)
    #expect(worker.isRunning)
    try FileManager.default.moveItem(atPath: place.path + "/away", toPath: home)
    let store = try SQLiteStore.open(path: home + "/store.sqlite")
    try wait(seconds: 90) { try store.tally().dossiers["handed-off"] == 6 }
    worker.terminate()
    worker.waitUntilExit()
    #expect(try StoreCheck.run(on: store).isEmpty)
  }

  private func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  private struct NotInTime: Error {}

  private func wait(seconds: Double = 40, _ condition: () throws -> Bool) throws {
    let end = Date(timeIntervalSinceNow: seconds)
    while Date() < end {
      if try condition() { return }
      Thread.sleep(forTimeInterval: 0.02)
    }
    throw NotInTime()
  }
}
