import Digests
import Files
import Glibc
import Storage
import Testing

@Suite struct FolderStoreTests {
  let scratch: Scratch
  let store: FolderStore

  init() throws {
    scratch = try Scratch()
    store = try FolderStore(path: "\(scratch.path)/files")
  }

  private func place(_ sha256: String) -> String {
    "\(store.path)/\(sha256.prefix(2))/\(sha256.dropFirst(2).prefix(2))/\(sha256)"
  }

  private func damage(_ path: String, _ bytes: [UInt8]) throws {
    try Folder.removeFile(path)
    try OwnedDescriptor.creating(path, mode: 0o600).write(bytes)
  }

  @Test("files lie at ab/cd/<sha256>, for their owner only")
  func layout() throws {
    let file = try store.put([1, 2, 3])
    #expect(try FileStatus.of(place(file.sha256))?.mode == 0o600)
    #expect(try FileStatus.of(Folder.parent(of: place(file.sha256)))?.mode == 0o700)
    #expect(try FileStatus.of(store.path)?.mode == 0o700)
  }

  @Test("a flipped byte is named with its file, and putting the good bytes in again mends it", arguments: [3, 2])
  func damaged(count: Int) throws {
    let file = try store.put([1, 2, 3])
    try damage(place(file.sha256), Array([1, 2, 4].prefix(count)))
    #expect { try store.verify(file.sha256) } throws: { ($0 as? StorageError)?.code == .damaged }
    var findings: [FixityFinding] = []
    let report = try store.checkFixity(finding: { findings.append($0) })
    #expect(report.damaged == 1)
    #expect(findings.map(\.name) == [file.sha256])
    #expect(findings.first?.detail.contains(SHA256Digest.hex(of: Array([1, 2, 4].prefix(count)))) == true)
    _ = try store.put([1, 2, 3])
    #expect(try store.verify(file.sha256) == file)
  }

  @Test("a symbolic link in a file's place is not followed")
  func linked() throws {
    let file = try store.put([1, 2, 3])
    try Folder.rename(place(file.sha256), to: "\(scratch.path)/elsewhere")
    #expect(symlink("\(scratch.path)/elsewhere", place(file.sha256)) == 0)
    #expect(throws: StorageError.self) { try store.open(file.sha256) }
    #expect(try store.size(of: file.sha256) == nil)
  }

  @Test("half-written files are swept once they are old, and nothing else is")
  func sweep() throws {
    let file = try store.put([1])
    let old = "\(store.path)/tmp/put-1-dead"
    for path in [old, "\(store.path)/tmp/put-2-young", "\(store.path)/tmp/somebodys"] {
      try OwnedDescriptor.creating(path, mode: 0o600).write([1])
    }
    var times = [timeval(tv_sec: time(nil) - 7200, tv_usec: 0), timeval(tv_sec: time(nil) - 7200, tv_usec: 0)]
    #expect(utimes(old, &times) == 0)
    #expect(utimes("\(store.path)/tmp/somebodys", &times) == 0)
    #expect(try store.sweep(olderThanSeconds: 3600) == 1)
    var left: [Leftover] = []
    try store.leftovers { left.append($0) }
    #expect(left.map(\.path) == ["tmp/put-2-young", "tmp/somebodys"])
    #expect(left.map(\.isTemporary) == [true, false])
    #expect(try store.verify(file.sha256) == file)
  }

  @Test("foreign things in the folder are told of and never listed as files")
  func foreign() throws {
    let file = try store.put([1])
    let folder = Folder.parent(of: place(file.sha256))
    // A digest in a folder that is not its own is no stored file.
    try OwnedDescriptor.creating("\(folder)/\(String(repeating: "0", count: 64))", mode: 0o600).write([1])
    try OwnedDescriptor.creating("\(store.path)/README", mode: 0o600).write([1])
    var listed: [StoredFile] = []
    try store.list {
      listed.append($0)
      return true
    }
    #expect(listed == [file])
    let report = try store.checkFixity(finding: { _ in })
    #expect(report.foreign == 2)
    #expect(report.isSound)
  }

  @Test("a full disk is told as such, and nothing is left behind", .enabled(if: getuid() == 0))
  func full() throws {
    let mount = "\(scratch.path)/small"
    try Folder.create(mount)
    guard Glibc.mount("tmpfs", mount, "tmpfs", 0, "size=256k") == 0 else {
      print("skipped: no tmpfs can be mounted here")
      return
    }
    defer { umount(mount) }
    let store = try FolderStore(path: "\(mount)/files")
    #expect {
      try store.put([UInt8](repeating: 1, count: 1_000_000))
    } throws: { ($0 as? StorageError)?.code == .diskFull && ($0 as? StorageError)?.isPassing == true }
    let space = try #require(try store.space())
    #expect(space.totalBytes == 262_144)
    #expect(space.freeBytes > 200_000)
    var left = 0
    try store.leftovers { _ in left += 1 }
    #expect(left == 0)
  }

  @Test("a read-only file system is told as such", .enabled(if: getuid() == 0))
  func readOnly() throws {
    let mount = "\(scratch.path)/fixed"
    try Folder.create(mount)
    guard Glibc.mount("tmpfs", mount, "tmpfs", 0, "size=256k") == 0 else {
      print("skipped: no tmpfs can be mounted here")
      return
    }
    defer { umount(mount) }
    let store = try FolderStore(path: "\(mount)/files")
    #expect(Glibc.mount("tmpfs", mount, "tmpfs", UInt(MS_REMOUNT | MS_RDONLY), "") == 0)
    #expect { try store.put([1]) } throws: { ($0 as? StorageError)?.code == .readOnly }
  }
}
