import Archive
import Dossiers
import Foundation
import Pipeline
import Reception
import Storage
import Testing
import Upkeep
import Worker
import Workflow

@Suite("hoso backup and hoso restore")
struct BackupTests {
  private func backUp(_ place: Place, to name: String = "backup") throws -> (BackupSummary, String) {
    let target = place.folder + "/" + name
    let summary = try Backup.take(
      of: place.installation, to: target, program: "hoso test", by: "Vận hành B", progress: { _, _, _ in })
    return (summary, target)
  }

  private func restore(_ source: String, to home: Home) throws -> Restoration.Outcome {
    try Restoration.run(from: source, to: home, location: nil, by: "Vận hành B", progress: { _, _, _ in })
  }

  private func code(_ body: () throws -> Void) -> UpkeepError.Code? {
    do {
      try body()
      return nil
    } catch {
      return (error as? UpkeepError)?.code
    }
  }

  @Test("a package that another home made is taken from its copy in Storage, into a backup and an export")
  func othersPackages() throws {
    let place = try Place()
    let package = place.home.packages + "/2026/H26.1-1"
    try place.write("packages/2026/H26.1-1/data/a.txt", "một")
    try place.write("packages/2026/H26.1-1/bagit.txt", "bagit")
    let copy = try PackageCopy.make(
      of: package, time: Timestamp(milliseconds: 1_790_000_000_000), in: place.home.scratch)
    let stored = try place.installation.files.put(path: copy)
    try FileManager.default.removeItem(atPath: copy)
    let dossier = try place.submit(["một"])
    try place.pack(dossier, at: "2026/H26.1-1", copy: stored.sha256)
    try FileManager.default.removeItem(atPath: package)
    let (summary, target) = try backUp(place)
    #expect(summary.lost.isEmpty && summary.packages == 1)
    #expect(try String(contentsOfFile: target + "/home/packages/2026/H26.1-1/data/a.txt", encoding: .utf8) == "một")
    let exported = try PackageExport(place.installation, selection: ExportSelection()).copy(
      to: ExportFolder(place.folder + "/disk"), goesOn: { true }, copied: {})
    #expect(exported.failures.isEmpty && exported.packages == 1)
    #expect(try String(contentsOfFile: place.folder + "/disk/2026/H26.1-1/bagit.txt", encoding: .utf8) == "bagit")
    // Nothing that was unpacked on the way stays.
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.home.scratch).isEmpty)
    let fixity = try PackageFixity.check(place.installation, finding: { _ in }, progress: { _, _ in })
    #expect(fixity.packages == 1 && fixity.isSound)
  }

  @Test("a restored home holds what the backed-up one held, and work goes on in it")
  func roundTrip() throws {
    let place = try Place()
    try place.pack(try place.submit(["một"]), at: "2026/H26.1-1")
    try place.submit(["hai", "ba"])
    _ = try place.installation.files.put(Array("không ai cần".utf8))
    let secrets = Data("{\"targets\": []}".utf8)
    try secrets.write(to: URL(fileURLWithPath: place.home.path + "/events.json"))
    let held = try place.installation.store.claim(ClaimRequest(worker: WorkerID(rawValue: "w"), limit: 1))
    #expect(held.count == 1)
    let (summary, target) = try backUp(place)
    #expect(summary.dossiers == 2 && summary.files == 3 && summary.packages == 1 && summary.lost.isEmpty)
    let home = Home(path: place.folder + "/other")
    let outcome = try restore(target, to: home)
    #expect(outcome.faults.isEmpty)
    // Originals, packages and configuration, to the byte; nothing that nobody refers to.
    var before = try Place.contents(of: place.home.files)
    before[
      "\(Place.digest("không ai cần").prefix(2))/\(Place.digest("không ai cần").dropFirst(2).prefix(2))/"
        + Place.digest("không ai cần")] = nil
    #expect(try Place.contents(of: home.files) == before)
    #expect(try Place.contents(of: home.packages) == Place.contents(of: place.home.packages))
    let store = try SQLiteStore.open(path: home.store)
    #expect(try StoreCheck.run(on: store).isEmpty)
    // What was at work is ready again; nobody is registered.
    #expect(try store.tasks(states: [.leased], limit: 9).isEmpty)
    #expect(try store.claim(ClaimRequest(worker: WorkerID(rawValue: "w2"), limit: 9)).count == 2)
    #expect(!FileManager.default.fileExists(atPath: home.unfinishedRestore))
    let mode = try FileManager.default.attributesOfItem(atPath: home.store)[.posixPermissions] as? Int
    #expect(mode == 0o600, "citizens' data and signing keys are in it")
    // Who is told of events, with the secrets that sign them.
    #expect(FileManager.default.contents(atPath: home.path + "/events.json") == secrets)
    let attributes = try FileManager.default.attributesOfItem(atPath: home.path + "/events.json")
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test("what comes in while a backup is taken does not disturb it")
  func besideSenders() throws {
    let place = try Place()
    for number in 0..<50 { try place.submit(["tệp \(number)"]) }
    let isOver = Flag()
    let ended = Flag()
    let installation = place.installation
    let plan = try installation.activePlan()
    Thread.detachNewThread {
      var number = 1000
      while !isOver.value {
        number += 1
        guard let file = try? installation.files.put(Array("tệp \(number)".utf8)) else { continue }
        _ = try? installation.store.submit(
          NewSubmission(
            channel: "test", procedure: installation.office.procedures.standard.code, plan: PlanID(rawValue: plan.id),
            firstDocumentStage: "validate", firstDossierStage: "complete",
            files: [.init(name: "x", sha256: file.sha256, byteCount: file.byteCount)]))
      }
      ended.set()
    }
    for round in 0..<3 {
      let (summary, target) = try backUp(place, to: "backup-\(round)")
      #expect(summary.lost.isEmpty && summary.files == summary.dossiers && summary.dossiers >= 50)
      let outcome = try restore(target, to: Home(path: place.folder + "/restored-\(round)"))
      #expect(outcome.faults.isEmpty)
    }
    isOver.set()
    while !ended.value { usleep(1000) }
  }

  @Test("files that were gone or damaged before are named, and the rest is saved")
  func tellsLosses() throws {
    let place = try Place()
    try place.submit(["một", "hai", "ba"])
    _ = try place.installation.files.remove(Place.digest("một"))
    try place.write(
      "files/\(Place.digest("hai").prefix(2))/\(Place.digest("hai").dropFirst(2).prefix(2))/\(Place.digest("hai"))",
      "hư")
    let (summary, target) = try backUp(place)
    #expect(Set(summary.lost) == [Place.digest("một"), Place.digest("hai")])
    #expect(summary.files == 1)
    #expect(try restore(target, to: Home(path: place.folder + "/other")).summary.lost.count == 2)
  }

  @Test("nothing is restored over what is there, and an unfinished backup is none")
  func refuses() throws {
    let place = try Place()
    try place.submit(["một"])
    let (_, target) = try backUp(place)
    #expect(code { _ = try restore(target, to: place.home) } == .occupied)
    #expect(try place.installation.store.dossiers(DossierFilter()).count == 1)
    #expect(code { _ = try backUp(place) } == .occupied)
    #expect(code { _ = try backUp(place, to: "home/inside") } == .refused)
    try FileManager.default.removeItem(atPath: target + "/" + BackupSummary.name)
    #expect(code { _ = try restore(target, to: Home(path: place.folder + "/other")) } == .noBackup)
    #expect(!FileManager.default.fileExists(atPath: place.folder + "/other"))
  }

  @Test(
    "a damaged backup leaves nothing behind",
    arguments: ["home/store.sqlite", "manifest-sha256.txt", "home/pipeline.json"])
  func refusesDamaged(path: String) throws {
    let place = try Place()
    try place.submit(["một"])
    try place.write("pipeline.json", "{}")
    let (_, target) = try backUp(place)
    var bytes = try Data(contentsOf: URL(fileURLWithPath: target + "/" + path))
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: URL(fileURLWithPath: target + "/" + path))
    let home = Home(path: place.folder + "/other")
    #expect(code { _ = try restore(target, to: home) } == .damaged)
    #expect(((try? FileManager.default.contentsOfDirectory(atPath: home.path)) ?? []).isEmpty)
  }

  @Test("a manifest that leads out of the home is refused")
  func refusesEscape() throws {
    let place = try Place()
    try place.submit(["một"])
    let (_, target) = try backUp(place)
    let lines = "\(Place.digest("x"))  home/../../escaped\n"
    try Data(lines.utf8).write(to: URL(fileURLWithPath: target + "/manifest-sha256.txt"))
    let summary = target + "/" + BackupSummary.name
    var json = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: summary))) as? [String: Any])
    json["manifestSHA256"] = Place.digest(lines)
    try JSONSerialization.data(withJSONObject: json).write(to: URL(fileURLWithPath: summary))
    #expect(code { _ = try restore(target, to: Home(path: place.folder + "/other")) } == .damaged)
  }

  @Test("nobody works in a home whose restore was interrupted; the next restore begins afresh")
  func interrupted() throws {
    let place = try Place()
    try place.submit(["một"])
    let (_, target) = try backUp(place)
    let other = try Place()
    // As a kill between files and store leaves it.
    for name in ["store.sqlite", "store.sqlite-wal", "store.sqlite-shm"] {
      try? FileManager.default.removeItem(atPath: other.home.path + "/" + name)
    }
    try other.write("restore-unfinished", "")
    #expect(throws: (any Error).self) { try Place.reopen(other) }
    #expect(try restore(target, to: other.home).summary.dossiers == 1)
    #expect(try Place.reopen(other) == 1)
  }
}
