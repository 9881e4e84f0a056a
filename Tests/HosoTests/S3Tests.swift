import Digests
import Dossiers
import Foundation
import HTTPClient
import Testing
import Workflow

/// Whole programs with their files on an S3 server.
@Suite("files in S3", .serialized, .enabled(if: TestServers.s3 != nil, "HOSO_TEST_S3 names no server"))
struct S3Tests {
  private func hoso(_ arguments: [String], _ home: TemporaryHome, _ files: String, key: String? = nil) throws
    -> Program.Ended
  {
    var environment = ["HOSO_HOME": home.path, "HOSO_FILES": files]
    if let key { environment["AWS_SECRET_ACCESS_KEY"] = key }
    return try Program.run(Program.folder + "/hoso", arguments, environment: environment)
  }

  @Test("a dossier goes its whole way with its files in a bucket, and nothing of it lies in the home's folder")
  func wholeWay() throws {
    let home = try TemporaryHome()
    let files = TestServers.s3Place()
    let file = try home.write("in/don.pdf", SmallPDF.bytes(lines: ["DON DE NGHI", "Kinh gui: UBND phuong A"]))
    let enqueued = try hoso(["enqueue", file], home, files)
    #expect(enqueued.status == 0, "\(enqueued.errors)")
    // This machine has no copy any more: what the host reads comes from the server.
    try FileManager.default.removeItem(atPath: home.path + "/cache")
    let worked = try hoso(["work", "--until-idle", "--jobs", "1"], home, files)
    #expect(worked.status == 0, "\(worked.errors.suffix(2000))")
    let store = try SQLiteStore.open(path: home.path + "/store.sqlite")
    let dossier = try #require(try store.dossiers(DossierFilter(limit: 10)).first)
    #expect(dossier.state == .handedOff)
    let code = try #require(dossier.code)
    let result = try home.write("in/ket-qua.pdf", SmallPDF.bytes(lines: ["GIAY XAC NHAN"]))
    let handedBack = try hoso(["result", code, result], home, files)
    #expect(handedBack.status == 0, "\(handedBack.errors)")
    let fixity = try hoso(["fixity"], home, files)
    #expect(fixity.status == 0, "\(fixity.output) \(fixity.errors)")
    #expect(try store.referencedFiles().count >= 4)
    let kept = FileManager.default.enumerator(atPath: home.path + "/files")?.allObjects as? [String] ?? []
    #expect(kept.filter { ($0 as NSString).lastPathComponent.count == 64 }.isEmpty)
  }

  @Test("a package that one machine made is given out by another's server, sound to the byte", .timeLimit(.minutes(5)))
  func packageElsewhere() throws {
    let home = try TemporaryHome()
    let files = TestServers.s3Place()
    let plan = """
      {"pipeline":"office","stages":[
        {"id":"validate","uses":"validate-file"},{"id":"receipt","uses":"issue-receipt","with":{"agency":"H26.1"}},
        {"id":"bundle","uses":"bundle-dossier"},{"id":"hand-off","uses":"hand-off"}]}
      """
    _ = try home.write("pipeline.json", Data(plan.utf8))
    let file = try home.write("in/don.pdf", SmallPDF.bytes(lines: ["DON DE NGHI", "Kinh gui: UBND phuong A"]))
    let enqueued = try hoso(["enqueue", file], home, files)
    #expect(enqueued.status == 0, "\(enqueued.errors)")
    let worked = try hoso(["work", "--until-idle", "--jobs", "1"], home, files)
    #expect(worked.status == 0, "\(worked.errors.suffix(2000))")
    let store = try SQLiteStore.open(path: home.path + "/store.sqlite")
    let dossier = try #require(try store.dossiers(DossierFilter(limit: 10)).first)
    let package = try #require(try store.packages(of: dossier.id).first)
    #expect(package.copySHA256 != nil)

    // The other machine shares the record and the bucket, and has no packages of its own.
    let other = try TemporaryHome()
    let environment = ["HOSO_FILES": files, "HOSO_STORE": home.path + "/store.sqlite"]
    let office = try LiveOffice(home: other.path, environment: environment)
    let key = try office.key("read", environment: environment)
    let answer = try office.get("/v1/dossiers/\(dossier.id.rawValue)/package", key: key)
    #expect(answer.status == 200, "\(String(decoding: answer.body.prefix(300), as: UTF8.self))")
    #expect(SHA256Digest.hex(of: answer.body) == package.copySHA256)
    let tar = try other.write("package.tar", Data(answer.body))
    let verified = try Program.hoso("bag", "verify", tar)
    #expect(verified.status == 0, "\(verified.output) \(verified.errors)")
    // The very files that lie in the first machine's folder.
    let own = try LiveOffice(home: home.path, environment: ["HOSO_FILES": files])
    let ownKey = try own.key("read", environment: ["HOSO_FILES": files])
    let ownTar = try other.write(
      "own.tar", Data(try own.get("/v1/dossiers/\(dossier.id.rawValue)/package", key: ownKey).body))
    #expect(try listing(tar) == listing(ownTar))
  }

  /// A tar file's entries with their contents' digests.
  private func listing(_ tar: String) throws -> [String] {
    let folder = tar + ".d"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let ended = try Program.run("/bin/tar", ["-xf", tar, "-C", folder])
    #expect(ended.status == 0, "\(ended.errors)")
    let names = (FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []).sorted()
    return try names.compactMap { name in
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: folder + "/" + name, isDirectory: &isFolder), !isFolder.boolValue
      else { return nil }
      return try name + " " + SHA256Digest.hex(of: Array(Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))))
    }
  }

  @Test("a server that refuses us keeps tasks waiting; once it takes us again they come through")
  func trouble() throws {
    let home = try TemporaryHome()
    let files = TestServers.s3Place()
    let file = try home.write("in/don.pdf", SmallPDF.bytes(lines: ["DON DE NGHI", "Kinh gui: UBND phuong A"]))
    let enqueued = try hoso(["enqueue", file], home, files)
    #expect(enqueued.status == 0, "\(enqueued.errors)")
    try FileManager.default.removeItem(atPath: home.path + "/cache")
    let store = try SQLiteStore.open(path: home.path + "/store.sqlite")
    let worker = try Program.start(
      ["work", "--jobs", "1"], log: home.path + "/log",
      environment: ["HOSO_HOME": home.path, "HOSO_FILES": files, "AWS_SECRET_ACCESS_KEY": "not it"])
    defer { worker.terminate() }
    var tried: QueuedTask?
    for _ in 0..<600 {
      tried = try store.tasks(states: nil, limit: 10).first { $0.attempts > 1 }
      if tried != nil { break }
      usleep(50_000)
    }
    worker.terminate()
    worker.waitUntilExit()
    #expect(tried?.lastError?.contains("denied") == true, "\(tried?.lastError ?? "no try")")
    let refused = try hoso(["enqueue", file], home, files, key: "not it")
    #expect(refused.status == 3, "\(refused.errors)")
    let worked = try hoso(["work", "--until-idle", "--jobs", "1"], home, files)
    #expect(worked.status == 0, "\(worked.errors.suffix(2000))")
    #expect(try store.dossiers(DossierFilter(limit: 10)).map(\.state) == [.handedOff])
  }

  @Test("a place that cannot be is a mistake of the command line")
  func usage() throws {
    let home = try TemporaryHome()
    for place in ["s3://", "ftp://x", "s3://ho-so?endpiont=x"] {
      let ended = try hoso(["status", "--files", place], home, "")
      #expect(ended.status == 2, "\(place): \(ended.errors)")
    }
  }
}
