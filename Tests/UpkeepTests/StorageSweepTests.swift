import Foundation
import Reception
import Storage
import Testing
import Upkeep
import Worker

@Suite("hoso storage sweep")
struct StorageSweepTests {
  private static let day: Int64 = 86_400

  private func sweep(_ place: Place, dryRun: Bool = false) throws -> (StorageSweep.Report, [String]) {
    var found: [String] = []
    let report = try StorageSweep.run(
      place.installation, olderThanSeconds: Self.day, dryRun: dryRun, by: "Vận hành B", found: { found.append($0) })
    return (report, found)
  }

  @Test("what the record refers to stays, however old; what nothing refers to goes")
  func removesOnlyOrphans() throws {
    let place = try Place()
    let dossier = try place.submit(["một", "hai"])
    try place.pack(dossier, at: "2026/H26.1-1")
    _ = try place.installation.files.put(Array("không ai cần".utf8))
    try place.write("packages/2026/H26.1-2/bagit.txt", "no row")
    try place.write("packages/2026/H26.1-3.aip/abc/METS.xml", "no row")
    try place.write("files/tmp/put-1-2", "half")
    try place.age(hours: 48)
    let dry = try sweep(place, dryRun: true)
    #expect(dry.1 == [Place.digest("không ai cần"), "packages/2026/H26.1-2", "packages/2026/H26.1-3.aip/abc"])
    #expect(try place.installation.files.contains(Place.digest("không ai cần")), "a dry run removes nothing")
    let wet = try sweep(place)
    #expect(wet.0 == dry.0 && wet.1 == dry.1)
    #expect(wet.0.files == 1 && wet.0.packages == 2 && wet.0.halfWritten == 1 && wet.0.young == 0)
    #expect(try !place.installation.files.contains(Place.digest("không ai cần")))
    for text in ["một", "hai"] { #expect(try place.installation.files.contains(Place.digest(text))) }
    #expect(FileManager.default.fileExists(atPath: place.home.packages + "/2026/H26.1-1/bagit.txt"))
    #expect(!FileManager.default.fileExists(atPath: place.home.packages + "/2026/H26.1-2"))
    #expect(try sweep(place).1.isEmpty)
  }

  @Test("an upload that is not recorded yet stays, also where its content lay there for long")
  func keepsFreshUploads() throws {
    let place = try Place()
    let old = try place.installation.files.put(Array("cũ".utf8))
    try place.age(hours: 48)
    _ = try place.installation.files.put(Array("mới".utf8))
    // The same bytes again: the sender's file is the one that lies there.
    #expect(try place.installation.files.put(Array("cũ".utf8)) == old)
    let (report, found) = try sweep(place)
    #expect(found.isEmpty && report.young == 2)
    try place.submit(["cũ", "mới"])
    try place.age(hours: 48)
    #expect(try sweep(place).1.isEmpty)
  }

  @Test("uploads beside sweeps are never lost")
  func racesWithUploads() throws {
    let place = try Place()
    let files = place.installation.files
    let isOver = Flag()
    let swept = Flag()
    Thread.detachNewThread {
      while !isOver.value {
        // The harshest sweep: whatever is as old as two days, at once.
        for number in 0..<4 { _ = try? files.remove(Place.digest("\(number)"), untouchedForSeconds: Self.day) }
      }
      swept.set()
    }
    for round in 0..<200 {
      let text = "\(round % 4)"
      try? FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -200_000)],
        ofItemAtPath: place.home.files
          + "/\(Place.digest(text).prefix(2))/\(Place.digest(text).dropFirst(2).prefix(2))/"
          + Place.digest(text))
      _ = try files.put(Array(text.utf8))
      #expect(try files.contains(Place.digest(text)), "round \(round)")
    }
    isOver.set()
    while !swept.value { usleep(1000) }
  }

  @Test("an age below an hour is refused")
  func refusesYoung() throws {
    let place = try Place()
    #expect(throws: UpkeepError.self) {
      try StorageSweep.run(place.installation, olderThanSeconds: 3_599, dryRun: true, by: "x", found: { _ in })
    }
  }
}

/// A no that becomes a yes, for threads.
final class Flag: @unchecked Sendable {
  // Guarded by the lock.
  private var state = false
  private let lock = NSLock()
  var value: Bool { lock.withLock { state } }
  func set() { lock.withLock { state = true } }
}
