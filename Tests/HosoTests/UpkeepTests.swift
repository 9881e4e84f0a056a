import Foundation
import Testing

/// Backups, restores and sweeps of a home that has really worked.
@Suite("Upkeep, as operators do it", .serialized)
struct UpkeepTests {
  /// A home with three dossiers, through all stages of the default pipeline.
  private func workedHome() throws -> TemporaryHome {
    let home = try TemporaryHome()
    var files: [String] = []
    for number in 1...3 {
      let file = try home.write(
        "in/\(number).pdf", SmallPDF.bytes(lines: ["DON DE NGHI CAP GIAY XAC NHAN", "So: \(number)"]))
      files.append(file)
    }
    for file in files { #expect(try Program.hoso("enqueue", file, home: home.path + "/home").status == 0) }
    let worked = try Program.hoso("work", "--until-idle", "--jobs", "2", home: home.path + "/home")
    #expect(worked.status == 0, "\(worked.errors)")
    return home
  }

  private func age(_ folder: String) throws {
    let walk = FileManager.default.enumerator(atPath: folder)
    while let name = walk?.nextObject() as? String {
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -30 * 86_400)], ofItemAtPath: folder + "/" + name)
    }
  }

  @Test("after a full run a sweep takes nothing, and a backup restores to a home that passes every check")
  func roundTrip() throws {
    let place = try workedHome()
    let home = place.path + "/home"
    try age(home)
    let swept = try Program.hoso("storage", "sweep", "--older-than", "1h", home: home)
    #expect(swept.status == 0)
    #expect(swept.output.hasPrefix("removed 0 files (0 bytes), 0 packages"), "\(swept.output)")
    let backup = place.path + "/backup"
    let taken = try Program.hoso("backup", backup, home: home)
    #expect(taken.status == 0, "\(taken.errors)")
    #expect(taken.output.contains("3 dossiers"))
    let plain = try Program.run("/bin/sh", ["-c", "cd \(backup) && sha256sum --quiet --check manifest-sha256.txt"])
    #expect(plain.status == 0, "\(plain.output)")
    let other = place.path + "/other"
    #expect(try Program.hoso("restore", backup, home: other).status == 0)
    for check in [["fixity"], ["store", "check"]] {
      let ended = try Program.run(Program.folder + "/hoso", check + ["--home", other])
      #expect(ended.status == 0, "\(check): \(ended.output)")
    }
    let bags = try FileManager.default.contentsOfDirectory(atPath: other + "/packages").flatMap { year in
      try FileManager.default.contentsOfDirectory(atPath: "\(other)/packages/\(year)")
        .map { "\(other)/packages/\(year)/\($0)" }
    }
    #expect(bags.count == 3)
    #expect(try Program.run(Program.folder + "/hoso", ["bag", "verify"] + bags).status == 0)
    let again = try Program.hoso("restore", backup, home: other)
    #expect(again.status == 2 && again.errors.contains("is not empty"))
  }
}
