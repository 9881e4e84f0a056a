import Digests
import Files
import Glibc
import Storage
import Testing

/// A kind of store, for the promises that every kind keeps.
struct StoreKind: Sendable, CustomTestStringConvertible {
  let name: String
  /// An empty store that ends with the test.
  let make: @Sendable (Scratch) throws -> any FileStore

  var testDescription: String { name }

  static let all =
    [StoreKind(name: "folder") { try FolderStore(path: "\($0.path)/files") }]
    + (S3Server.url == nil ? [] : [StoreKind(name: "S3") { try S3Server.store(cache: "\($0.path)/cache") }])
}

@Suite struct FileStoreConformance {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private static let sizes = [0, 1, 4095, 131_072, 131_073, 1_000_000]

  private func bytes(_ count: Int, seed: UInt8 = 7) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 131) &+ UInt8(truncatingIfNeeded: $0 >> 8) &+ seed }
  }

  @Test("what is put in comes out, under its SHA-256", arguments: StoreKind.all, sizes)
  func roundTrip(kind: StoreKind, size: Int) throws {
    let store = try kind.make(scratch)
    let content = bytes(size)
    let expected = StoredFile(sha256: SHA256Digest.hex(of: content), byteCount: Int64(size))
    #expect(try store.put(content) == expected)
    #expect(try store.put(path: try scratch.write("source", content)) == expected)
    #expect(try store.contains(expected.sha256))
    #expect(try store.size(of: expected.sha256) == Int64(size))
    #expect(try store.open(expected.sha256).readToEnd(limit: size) == content)
    #expect(try store.read(expected.sha256) == content)
    #expect(try store.verify(expected.sha256) == expected)
  }

  @Test("a pipe is stored as well as a file", arguments: StoreKind.all)
  func pipes(kind: StoreKind) throws {
    let store = try kind.make(scratch)
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    let reading = OwnedDescriptor(owning: ends[0], path: "pipe")
    do {
      let writing = OwnedDescriptor(owning: ends[1], path: "pipe")
      try writing.write(Array("hồ sơ".utf8))
    }
    #expect(try store.put(reading: reading).sha256 == SHA256Digest.hex(of: "hồ sơ"))
  }

  @Test("the same content again changes nothing and is listed once", arguments: StoreKind.all)
  func idempotence(kind: StoreKind) throws {
    let store = try kind.make(scratch)
    let first = try store.put(bytes(1000))
    let second = try store.put(bytes(1000))
    let other = try store.put(bytes(1001))
    #expect(first == second)
    var listed: [StoredFile] = []
    try store.list {
      listed.append($0)
      return true
    }
    #expect(listed == [first, other].sorted { $0.sha256 < $1.sha256 })
  }

  @Test("a listing stops when it is told to", arguments: StoreKind.all)
  func stoppedListing(kind: StoreKind) throws {
    let store = try kind.make(scratch)
    for size in 0..<5 { _ = try store.put(bytes(size)) }
    var count = 0
    try store.list { _ in
      count += 1
      return count < 2
    }
    #expect(count == 2)
  }

  @Test("a file above the limit is refused while it streams and leaves nothing", arguments: StoreKind.all)
  func limit(kind: StoreKind) throws {
    let store = try kind.make(scratch)
    let path = try scratch.write("source", bytes(300_000))
    #expect { try store.put(path: path, limit: 299_999) } throws: { ($0 as? StorageError)?.code == .tooLarge }
    #expect(try store.put(path: path, limit: 300_000).byteCount == 300_000)
    #expect(try leftovers(of: store).isEmpty)
  }

  @Test("an intake that is let go leaves nothing", arguments: StoreKind.all)
  func abandoned(kind: StoreKind) throws {
    let store = try kind.make(scratch)
    do {
      let intake = try store.receive(limit: nil)
      try [1, 2, 3].withUnsafeBytes { try intake.write($0) }
    }
    do {
      let batch = try store.batch()
      _ = try batch.put(bytes(10))
    }
    #expect(try leftovers(of: store).isEmpty)
    #expect(try !store.contains(SHA256Digest.hex(of: bytes(10))))
  }

  @Test("a batch shows its files once it is committed, each content once", arguments: StoreKind.all)
  func batch(kind: StoreKind) throws {
    let store = try kind.make(scratch)
    let batch = try store.batch()
    let there = try store.put(bytes(5))
    var put: Set<StoredFile> = []
    for size in 0..<50 { put.insert(try batch.put(bytes(size))) }
    put.insert(try batch.put(bytes(49)))
    try batch.commit()
    put.insert(try batch.put(bytes(200)))
    try batch.commit()
    try batch.commit()
    #expect(put.count == 51)
    #expect(put.contains(there))
    for file in put { #expect(try store.verify(file.sha256) == file) }
    #expect(try leftovers(of: store).isEmpty)
  }

  @Test("what is not there is not found, and a name that is no digest is refused", arguments: StoreKind.all)
  func absence(kind: StoreKind) throws {
    let store = try kind.make(scratch)
    let absent = SHA256Digest.hex(of: "absent")
    #expect(try !store.contains(absent))
    #expect(try store.size(of: absent) == nil)
    #expect(try !store.remove(absent))
    #expect { try store.open(absent) } throws: { ($0 as? StorageError)?.code == .notFound }
    #expect { try store.verify(absent) } throws: { ($0 as? StorageError)?.code == .notFound }
    #expect { try store.put(path: "\(scratch.path)/absent") } throws: { ($0 as? StorageError)?.code == .notFound }
    for name in ["", "../../etc/passwd", absent.uppercased(), absent + "0"] {
      #expect { try store.open(name) } throws: { ($0 as? StorageError)?.code == .badName }
      #expect { try store.remove(name) } throws: { ($0 as? StorageError)?.code == .badName }
    }
  }

  @Test("what is removed is gone, and an open descriptor still reads it", arguments: StoreKind.all)
  func removal(kind: StoreKind) throws {
    let store = try kind.make(scratch)
    let file = try store.put(bytes(10))
    let open = try store.open(file.sha256)
    #expect(try store.remove(file.sha256))
    #expect(try !store.contains(file.sha256))
    #expect(try open.readToEnd(limit: 10) == bytes(10))
  }

  @Test("a fixity check of a sound store finds nothing and reads every byte", arguments: StoreKind.all)
  func soundFixity(kind: StoreKind) throws {
    let store = try kind.make(scratch)
    let files = try (1...20).map { try store.put(bytes($0 * 100)) }
    let report = try store.checkFixity(expected: files, finding: { Issue.record("\($0)") })
    #expect(report.isSound)
    #expect(report.isComplete)
    #expect(report.files == 20)
    #expect(report.bytes == 21_000)
  }

  @Test("a file that the record names and the store has not is missing", arguments: StoreKind.all)
  func missing(kind: StoreKind) throws {
    let store = try kind.make(scratch)
    let kept = try store.put(bytes(1))
    let gone = StoredFile(sha256: SHA256Digest.hex(of: "gone"), byteCount: 4)
    var findings: [FixityFinding] = []
    let report = try store.checkFixity(expected: [kept, gone], finding: { findings.append($0) })
    #expect(findings.map(\.kind) == [.missing])
    #expect(findings.map(\.name) == [gone.sha256])
    #expect(!report.isSound)
  }

  @Test("many threads putting the same content and different ones lose nothing", arguments: StoreKind.all)
  func threads(kind: StoreKind) async throws {
    let store = try kind.make(scratch)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for worker in 0..<4 {
        group.addTask {
          for index in 0..<25 {
            _ = try store.put([UInt8(index)])
            _ = try store.put([UInt8(index), UInt8(worker)])
          }
        }
      }
      try await group.waitForAll()
    }
    let report = try store.checkFixity(finding: { Issue.record("\($0)") })
    #expect(report.files == 125)
  }

  private func leftovers(of store: any FileStore) throws -> [Leftover] {
    var found: [Leftover] = []
    try store.leftovers { found.append($0) }
    return found
  }
}
