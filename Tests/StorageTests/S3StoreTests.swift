import Digests
import Files
import Glibc
import Storage
import Testing

@Suite(.enabled(if: S3Server.url != nil)) struct S3StoreTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func bytes(_ count: Int, seed: UInt64 = 1) -> [UInt8] {
    var state = seed
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 33)
    }
  }

  private func store(_ settings: String = "", cache: String = "cache") throws -> S3Store {
    try S3Server.store(cache: "\(scratch.path)/\(cache)", settings: settings)
  }

  /// Where the server keeps an object, on its own disk.
  private func object(_ sha256: String, of store: S3Store) throws -> String {
    let folder = try #require(getenv("HOSO_TEST_S3_FOLDER").map { String(cString: $0) })
    return "\(folder)/\(store.location.prefix)/\(sha256.prefix(2))/\(sha256.dropFirst(2).prefix(2))/\(sha256)"
  }

  private func damage(_ path: String) throws {
    let status = try #require(try FileStatus.of(path))
    try Folder.removeFile(path)
    try OwnedDescriptor.creating(path, mode: 0o600).write([UInt8](repeating: 0x58, count: Int(status.byteCount)))
  }

  @Test(
    "a file above the part size goes up in parts and comes back whole", arguments: [5 << 20, (5 << 20) + 1, 17 << 20])
  func parts(size: Int) throws {
    let content = bytes(size)
    let store = try store()
    let file = try store.put(content)
    #expect(file == StoredFile(sha256: SHA256Digest.hex(of: content), byteCount: Int64(size)))
    #expect(try store.verify(file.sha256) == file)
    let elsewhere = try S3Store(store.location, cache: "\(scratch.path)/elsewhere")
    #expect(try elsewhere.read(file.sha256, limit: size) == content)
    var left: [Leftover] = []
    try store.leftovers { left.append($0) }
    #expect(left.isEmpty)
  }

  @Test("an open file is read from this machine's copy; a check reads the server's")
  func cached() throws {
    let store = try store()
    let file = try store.put(bytes(1000))
    try damage(object(file.sha256, of: store))
    #expect(try store.read(file.sha256) == bytes(1000))
    #expect { try store.verify(file.sha256) } throws: { ($0 as? StorageError)?.code == .damaged }
    var findings: [FixityFinding] = []
    let report = try store.checkFixity(finding: { findings.append($0) })
    #expect(report.damaged == 1)
    #expect(findings.map(\.name) == [file.sha256])
  }

  @Test("what lies damaged on the server is never given out, and putting the good bytes in again mends it")
  func damaged() throws {
    let store = try store("&cache=0")
    let file = try store.put(bytes(1000))
    try damage(object(file.sha256, of: store))
    #expect { try store.open(file.sha256) } throws: { ($0 as? StorageError)?.code == .damaged }
    _ = try store.put(bytes(1000))
    #expect(try store.verify(file.sha256) == file)
    #expect(try store.read(file.sha256) == bytes(1000))
  }

  @Test("copies stay within their limit, the longest unused go first, and what is gone is fetched again")
  func limitedCache() throws {
    let store = try store("&cache=1MiB")
    let files = try (1...30).map { try store.put(bytes(100_000, seed: $0)) }
    var held: Int64 = 0
    try Folder.walk("\(scratch.path)/cache") { if $0.status.kind == .file { held += $0.status.byteCount } }
    #expect(held <= 1 << 20)
    #expect(held > 0)
    for (index, file) in files.enumerated() {
      #expect(try store.read(file.sha256) == bytes(100_000, seed: UInt64(index + 1)))
    }
  }

  @Test("a file above the cache's whole limit is given out all the same")
  func aboveLimit() throws {
    let store = try store("&cache=100KiB")
    let file = try store.put(bytes(300_000))
    #expect(try store.read(file.sha256) == bytes(300_000))
    var names: [String] = []
    try Folder.walk("\(scratch.path)/cache") { if $0.status.kind == .file { names.append($0.relativePath) } }
    #expect(names.isEmpty)
  }

  @Test("what others put beside our files is told of and never listed as a file")
  func foreign() throws {
    let store = try store()
    // There before the server first looks into that folder, which it remembers for a while.
    let place = Folder.parent(of: try object(SHA256Digest.hex(of: bytes(10)), of: store))
    try Folder.create(place)
    try OwnedDescriptor.creating("\(place)/\(String(repeating: "0", count: 64))", mode: 0o600).write([1])
    try OwnedDescriptor.creating("\(place)/ghi chú & khác.txt", mode: 0o600).write([1])
    let file = try store.put(bytes(10))
    var listed: [StoredFile] = []
    try store.list {
      listed.append($0)
      return true
    }
    #expect(listed == [file])
    var left: [String] = []
    try store.leftovers { left.append($0.path) }
    #expect(left.count == 2)
    #expect(left.contains { $0.hasSuffix("ghi chú & khác.txt") })
  }

  @Test("more files than a page of the listing holds are listed in the order of their names")
  func pages() throws {
    let store = try store()
    let batch = store.batch()
    var put: [StoredFile] = []
    for number in 0..<1_100 { put.append(try batch.put([UInt8(number >> 8), UInt8(number & 255)])) }
    try batch.commit()
    var listed: [StoredFile] = []
    try store.list {
      listed.append($0)
      return true
    }
    #expect(listed == put.sorted { $0.sha256 < $1.sha256 })
  }

  @Test("credentials that are not taken are an operator's affair, told as such and worth another try")
  func refused() throws {
    let store = try S3Store(
      S3Server.location(), cache: "\(scratch.path)/cache",
      credentials: S3Credentials(accessKey: "somebody", secretKey: "else"))
    #expect {
      try store.put([1])
    } throws: { ($0 as? StorageError)?.code == .denied && ($0 as? StorageError)?.isPassing == true }
  }

  @Test("a server that is away is told as such once all tries are through, and leaves nothing half-written")
  func away() throws {
    let location = try S3Location("s3://ho-so?endpoint=http://127.0.0.1:9") { _ in nil }
    let store = try S3Store(
      location, cache: "\(scratch.path)/cache", credentials: S3Credentials(accessKey: "a", secretKey: "b"))
    #expect {
      try store.put([1])
    } throws: { ($0 as? StorageError)?.code == .unavailable && ($0 as? StorageError)?.isPassing == true }
    var names: [String] = []
    try Folder.walk("\(scratch.path)/cache") { if $0.status.kind == .file { names.append($0.relativePath) } }
    #expect(names.isEmpty)
  }
}
