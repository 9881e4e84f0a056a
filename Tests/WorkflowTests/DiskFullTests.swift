import Dossiers
import Foundation
import Testing
import Workflow

@Suite("A full disk")
struct DiskFullTests {
  @Test("a full disk is called so, loses nothing that was promised, and work goes on once there is room")
  func survives() throws {
    let folder = try ScratchFolder.make()
    guard try mount(["-t", "tmpfs", "-o", "size=2m", "tmpfs", folder]) else {
      print("skipped: no right to mount a small file system")
      return
    }
    defer { _ = try? run("/usr/bin/umount", ["--lazy", folder]) }
    let ballast = folder + "/ballast"
    try Data(repeating: 0, count: 700_000).write(to: URL(filePath: ballast))

    let path = folder + "/store.sqlite"
    let backend = Backend(testDescription: "SQLite") {
      Backend.Place { clock in try SQLiteStore.open(path: path, clock: clock) }
    }
    let scenario = try Scenario(backend)
    var promised: [DossierID] = []
    var full: StoreError?
    while full == nil, promised.count < 10_000 {
      do {
        promised.append(try scenario.submit(files: 5).dossier.id)
      } catch let error as StoreError {
        full = error
      }
    }
    #expect(full?.code == .diskFull)
    #expect(try scenario.store.dossiers(DossierFilter(limit: 100_000)).map(\.id) == promised.reversed())

    try FileManager.default.removeItem(atPath: ballast)
    let next = try scenario.submit(files: 5).dossier.id
    #expect(try scenario.store.dossier(next) != nil)
    #expect(try scenario.claim(3).count == 3)
    try Probe(path).expectConsistent()
  }

  private func mount(_ arguments: [String]) throws -> Bool {
    try run("/usr/bin/mount", arguments) == 0
  }

  private func run(_ program: String, _ arguments: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
