import Dossiers
import Files
import Foundation
import Glibc
import Logs
import Reception
import Synchronization
import Testing
import Worker
import Workflow

/// A watched folder beside a fresh home, both gone with this.
private final class WatchedHome {
  let root: String
  let folder: String
  let installation: Installation

  init() throws {
    root = NSTemporaryDirectory() + "watch-" + UUID().uuidString
    folder = root + "/in"
    try Folder.create(folder)
    installation = try Installation.open(Home(path: root + "/home"))
  }

  deinit { _ = try? Folder.removeTree(root) }

  static var sample: [UInt8] {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let data = try? Data(contentsOf: package.appending(path: "samples/dossiers/05-receipt-pdf-and-card/bien-lai.pdf"))
    return data.map { Array($0) } ?? []
  }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    let path = folder + "/" + name
    try Folder.create(Folder.parent(of: path))
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  func names(_ place: String) throws -> [String] { try Folder.entries(of: "\(folder)/\(place)").map(\.name) }
  func dossiers() throws -> [Dossier] { try installation.store.dossiers(DossierFilter()) }

  func watch(poll: Int64? = nil, settle: Int64 = 200) throws -> WatchedFolder {
    var settings = WatchedFolder.Settings()
    settings.settleMilliseconds = settle
    settings.folderSettleMilliseconds = settle * 2
    settings.pollMilliseconds = poll
    return try WatchedFolder(folder, installation, settings: settings, log: SilentLog())
  }

  func runOnce(_ watch: WatchedFolder) throws {
    let end = Date(timeIntervalSinceNow: 300)
    try watch.run(untilEmpty: true, goesOn: { Date() < end }, each: { _, _ in })
  }
}

@Suite(.serialized) struct WatchTests {
  @Test(
    "a file and a sub-folder become a dossier each and move to done; what is no document is refused with its reason",
    arguments: [nil, 100] as [Int64?])
  func takesIn(_ poll: Int64?) throws {
    let home = try WatchedHome()
    try home.write("một.pdf", WatchedHome.sample)
    try home.write("hộ tịch/a.pdf", WatchedHome.sample + [10])
    try home.write("hộ tịch/b.pdf", WatchedHome.sample + [10, 10])
    try home.write("hộ tịch/dossier.json", Array(#"{"sender": {"name": "Nguyễn Thị Mẫu"}}"#.utf8))
    try home.write("rỗng.jpg", [])
    try home.write("hỏng.pdf", Array("không phải PDF".utf8))
    try home.write("nửa.pdf.part", WatchedHome.sample)
    try Folder.create(home.folder + "/trống")
    let watch = try home.watch(poll: poll)
    #expect(watch.polls == (poll != nil))
    try home.runOnce(watch)
    #expect(try home.names("done") == ["hộ tịch", "một.pdf"])
    #expect(
      try home.names("refused") == [
        "hỏng.pdf", "hỏng.pdf.reason.txt", "rỗng.jpg", "rỗng.jpg.reason.txt", "trống", "trống.reason.txt",
      ])
    #expect(try home.names("") == ["done", "nửa.pdf.part", "refused"])
    let reason = try String(contentsOfFile: home.folder + "/refused/hỏng.pdf.reason.txt", encoding: .utf8)
    #expect(reason.split(separator: "\n").count == 2)
    let dossiers = try home.dossiers()
    #expect(dossiers.count == 2)
    #expect(dossiers.allSatisfy { $0.channel == "watch" })
    let named = try #require(dossiers.first { $0.sender == "Nguyễn Thị Mẫu" })
    #expect(try home.installation.store.documents(of: named.id).map(\.name) == ["a.pdf", "b.pdf"])
  }

  @Test("a file that is still being written is left alone until its writer has closed it")
  func unfinished() throws {
    let home = try WatchedHome()
    let sample = WatchedHome.sample
    let watch = try home.watch()
    var writer: OwnedDescriptor? = try OwnedDescriptor.creating(home.folder + "/chậm.pdf", mode: 0o600)
    try writer?.write(Array(sample.prefix(1000)))
    let end = Date(timeIntervalSinceNow: 1.2)
    try watch.run(goesOn: { Date() < end }, each: { _, _ in })
    #expect(try home.dossiers().isEmpty)
    try writer?.write(Array(sample.dropFirst(1000)))
    writer = nil
    try home.runOnce(watch)
    let dossier = try #require(try home.dossiers().first)
    #expect(try home.installation.store.documents(of: dossier.id).map(\.byteCount) == [Int64(sample.count)])
  }

  @Test("stopped between taking in and moving, a second start takes nothing in twice")
  func restarts() throws {
    let home = try WatchedHome()
    for number in 0..<5 {
      try home.write("tệp \(number).pdf", WatchedHome.sample + [UInt8](repeating: 10, count: number))
    }
    try home.runOnce(try home.watch())
    #expect(try home.dossiers().count == 5)
    // As if the move had not come to pass.
    for number in 0..<5 {
      try Folder.rename("\(home.folder)/done/tệp \(number).pdf", to: "\(home.folder)/tệp \(number).pdf")
    }
    let known = Mutex(0)
    let end = Date(timeIntervalSinceNow: 300)
    let count: (String, WatchedFolder.Outcome) -> Void = { _, outcome in
      if case .takenIn(_, _, wasKnown: true, _) = outcome { known.withLock { $0 += 1 } }
    }
    try home.watch().run(untilEmpty: true, goesOn: { Date() < end }, each: count)
    #expect(known.withLock { $0 } == 5)
    #expect(try home.dossiers().count == 5)
    // The same name with another content is another dossier, and both are kept.
    try home.write("tệp 0.pdf", WatchedHome.sample + [10, 10, 10, 10, 10, 10])
    try home.runOnce(try home.watch())
    #expect(try home.dossiers().count == 6)
    #expect(try home.names("done").contains("tệp 0-2.pdf"))
  }

  @Test("links are not followed out of the folder")
  func links() throws {
    let home = try WatchedHome()
    symlink("/etc/passwd", home.folder + "/liên kết.pdf")
    mkfifo(home.folder + "/ống", 0o600)
    var told: [String] = []
    let end = Date(timeIntervalSinceNow: 300)
    try home.watch().run(
      untilEmpty: true, goesOn: { Date() < end },
      each: { name, outcome in if case .remark = outcome { told.append(name) } })
    #expect(told.sorted() == ["liên kết.pdf", "ống"])
    #expect(try home.dossiers().isEmpty)
    #expect(try home.names("") == ["done", "liên kết.pdf", "refused", "ống"])
  }

  @Test("a sub-folder with a link in it is refused with the reason: it could show what its maker may not read")
  func linkWithin() throws {
    let home = try WatchedHome()
    try home.write("../elsewhere.pdf", WatchedHome.sample)
    try home.write("hồ sơ/1.pdf", WatchedHome.sample)
    symlink("\(home.root)/elsewhere.pdf", home.folder + "/hồ sơ/2.pdf")
    try home.runOnce(try home.watch())
    #expect(try home.dossiers().isEmpty)
    #expect(try home.names("refused") == ["hồ sơ", "hồ sơ.reason.txt"])
    let reason = try String(contentsOfFile: home.folder + "/refused/hồ sơ.reason.txt", encoding: .utf8)
    #expect(reason.contains("2.pdf") && !reason.contains("1.pdf"))
  }
}
