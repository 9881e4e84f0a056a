import Digests
import Dossiers
import Foundation
import Pipeline
import Reception
import Stages
import Storage
import Worker
import Workflow

/// A fresh installation in a temporary folder that is gone after the test.
final class Place {
  let folder: String
  let installation: Installation

  init() throws {
    folder = NSTemporaryDirectory() + "hoso-upkeep-\(UUID().uuidString)"
    installation = try Installation.open(Home(path: folder + "/home"))
  }

  deinit {
    // Temporary: what cannot be removed now is swept with the rest of the folder.
    try? FileManager.default.removeItem(atPath: folder)
  }

  var home: Home { installation.home }

  @discardableResult
  func submit(_ contents: [String]) throws -> Dossier {
    let files = try contents.enumerated().map { index, text in
      let stored = try installation.files.put(Array(text.utf8))
      return NewSubmission.File(name: "\(index).txt", sha256: stored.sha256, byteCount: stored.byteCount)
    }
    let plan = try installation.activePlan()
    return try installation.store.submit(
      NewSubmission(
        channel: "test", sender: "Trần Thị Mẫu", procedure: installation.office.procedures.standard.code,
        plan: PlanID(rawValue: plan.id), firstDocumentStage: plan.firstStage(of: .document)?.id,
        firstDossierStage: plan.firstStage(of: .dossier)?.id, files: files)
    ).dossier
  }

  /// A package in its place and in the record.
  func pack(_ dossier: Dossier, at path: String, copy: String? = nil) throws {
    try write("packages/\(path)/data/a.txt", "một")
    try write("packages/\(path)/bagit.txt", "bagit")
    while let lease = try installation.store.claim(ClaimRequest(worker: WorkerID(rawValue: "w"), limit: 1)).first {
      let now = Timestamp(milliseconds: 1_790_000_000_000)
      var record = StageRecord(
        stage: "s", uses: "s", startedAt: now, endedAt: now, outcome: "done",
        next: lease.task.kind == .document ? .documentEnds(.accepted) : .dossierEnds(.handedOff))
      if lease.task.kind == .dossier {
        record.package = StoredPackage(
          dossier: dossier.id, version: 1, format: "bagit", path: path, digest: "d", byteCount: 3, createdAt: now,
          copySHA256: copy)
      }
      try installation.store.record(record, under: lease.token)
    }
  }

  func write(_ path: String, _ text: String) throws {
    let target = home.path + "/" + path
    try FileManager.default.createDirectory(
      atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: target))
  }

  /// Makes everything in the home as old as that.
  func age(hours: Double) throws {
    let then = Date(timeIntervalSinceNow: -hours * 3600)
    let walk = FileManager.default.enumerator(atPath: home.path)
    while let name = walk?.nextObject() as? String {
      try FileManager.default.setAttributes([.modificationDate: then], ofItemAtPath: home.path + "/" + name)
    }
  }

  static func digest(_ text: String) -> String { SHA256Digest.hex(of: text) }

  /// Everything below a folder: its path and what it holds.
  static func contents(of folder: String) throws -> [String: Data] {
    var found: [String: Data] = [:]
    let walk = FileManager.default.enumerator(atPath: folder)
    while let name = walk?.nextObject() as? String {
      var isFolder: ObjCBool = false
      let path = folder + "/" + name
      if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue {
        found[name] = try Data(contentsOf: URL(fileURLWithPath: path))
      }
    }
    return found
  }
}

extension Place {
  /// Opens the home as a command would; how many dossiers it has.
  static func reopen(_ place: Place) throws -> Int {
    try Installation.open(place.home).store.dossiers(DossierFilter()).count
  }
}
