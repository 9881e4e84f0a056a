import Archive
import Digests
import Files
import Glibc
import Testing

@Suite struct BagWriterTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test("a bag has the files that RFC 8493 wants, spelled as it wants them")
  func layout() throws {
    let bag = try scratch.makeBag([
      PackageEntry(path: "b/é.txt", text: "two"), PackageEntry(path: "a.txt", text: "one"),
      PackageEntry(path: "Z", text: ""),
    ])
    #expect(try scratch.read("bag/bagit.txt") == "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
    #expect(try scratch.read("bag/bag-info.txt") == "Bagging-Date: 2026-11-22\nPayload-Oxum: 6.3\n")
    #expect(
      try scratch.read("bag/manifest-sha256.txt") == """
        \(SHA256Digest.hex(of: ""))  data/Z
        \(SHA256Digest.hex(of: "one"))  data/a.txt
        \(SHA256Digest.hex(of: "two"))  data/b/é.txt

        """)
    #expect(try scratch.read("bag/manifest-sha512.txt").hasPrefix("\(SHA512Digest.hex(of: ""))  data/Z\n"))
    #expect(bag.digest == SHA256Digest.hex(of: try scratch.read("bag/tagmanifest-sha256.txt")))
    #expect(bag.payload.map(\.path) == ["data/Z", "data/a.txt", "data/b/é.txt"])
    #expect(try FileStatus.of("\(scratch.path)/bag/data/a.txt")?.mode == 0o600)
    #expect(try FileStatus.of("\(scratch.path)/bag/data")?.mode == 0o700)
    let report = try BagVerifier.verify("\(scratch.path)/bag")
    #expect(report.findings.isEmpty)
    #expect(report.byteCount == bag.byteCount)
    #expect(report.digest == bag.digest)
  }

  @Test("an empty payload is a valid bag")
  func empty() throws {
    try scratch.makeBag([])
    let report = try BagVerifier.verify("\(scratch.path)/bag")
    #expect(report.isValid)
    #expect(report.info.values(of: "payload-oxum") == ["0.0"])
  }

  @Test("CR, LF and % are encoded in manifests, and read back")
  func encodedPaths() throws {
    try scratch.makeBag([PackageEntry(path: "100%\r\nsure%0A.txt", text: "x")])
    #expect(try scratch.read("bag/manifest-sha256.txt").hasSuffix("  data/100%25%0D%0Asure%250A.txt\n"))
    #expect(try BagVerifier.verify("\(scratch.path)/bag").findings.isEmpty)
  }

  @Test(
    "a path that leaves the bag, or that some system cannot keep, is refused",
    arguments: [
      "", "../a", "a/../b", "/a", "a//b", "a/", "./a", "a\\b", "~/a", "C:a", "a:b", "NUL", "x/con.txt", "a. ", "a.",
      "e\u{301}.txt", "a\u{0}b", String(repeating: "a", count: 256),
    ])
  func badPaths(path: String) throws {
    #expect {
      try scratch.makeBag([PackageEntry(path: path, text: "x")])
    } throws: { ($0 as? ArchiveError)?.code == .badPath }
    #expect(try FileStatus.of("\(scratch.path)/bag") == nil)
  }

  @Test("two names that are one on some system are refused")
  func collision() throws {
    #expect {
      try scratch.makeBag([PackageEntry(path: "Đơn.txt", text: "x"), PackageEntry(path: "đơn.TXT", text: "y")])
    } throws: { ($0 as? ArchiveError)?.code == .badPath }
  }

  @Test("a source whose bytes are not those promised is named with both digests")
  func mismatch() throws {
    let path = try scratch.write("source", "tampered")
    let promised = SHA256Digest.hex(of: "original")
    let entry = PackageEntry(
      path: "a.txt", source: .file(sha256: promised, open: { try OwnedDescriptor.reading(path) }))
    #expect {
      try scratch.makeBag([entry])
    } throws: { error in
      guard let error = error as? ArchiveError else { return false }
      return error.code == .digestMismatch && error.message.contains("data/a.txt")
        && error.message.contains(promised) && error.message.contains(SHA256Digest.hex(of: "tampered"))
    }
  }

  @Test("a source that is gone is told of as the source")
  func unreadable() throws {
    #expect {
      try scratch.makeBag([PackageEntry(path: "a.txt", source: .path("\(scratch.path)/gone"))])
    } throws: { ($0 as? ArchiveError)?.code == .sourceUnreadable }
  }

  @Test("a folder that is there already is not written into")
  func occupied() throws {
    try scratch.makeBag()
    #expect { try scratch.makeBag() } throws: { ($0 as? ArchiveError)?.code == .different }
  }

  @Test("long values are folded and read back whole, and a line break cannot start another element")
  func folding() throws {
    let words = (1...60).map { "từ-\($0)" }.joined(separator: " ")
    _ = try BagWriter.write(
      to: "\(scratch.path)/bag", payload: [],
      info: BagInfo([.init("External-Description", words), .init("Contact-Name", "A\nPayload-Oxum: 9.9")]))
    let text = try scratch.read("bag/bag-info.txt")
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 79 })
    let report = try BagVerifier.verify("\(scratch.path)/bag")
    #expect(report.findings.isEmpty)
    #expect(report.info.values(of: "External-Description") == [words])
    #expect(report.info.values(of: "Contact-Name") == ["A Payload-Oxum: 9.9"])
  }

  @Test("tag files lie beside the payload and are in the tag manifests, and may not take the bag's own names")
  func tagFiles() throws {
    _ = try BagWriter.write(
      to: "\(scratch.path)/bag", payload: [], tagFiles: [PackageEntry(path: "extra/note.txt", text: "x")],
      info: BagInfo())
    #expect(try scratch.read("bag/tagmanifest-sha512.txt").contains("  extra/note.txt\n"))
    #expect(try BagVerifier.verify("\(scratch.path)/bag").findings.isEmpty)
    for name in ["bagit.txt", "data/x", "manifest-md5.txt", "Fetch.txt"] {
      #expect {
        try BagWriter.write(
          to: "\(scratch.path)/other", payload: [], tagFiles: [PackageEntry(path: name, text: "x")], info: BagInfo())
      } throws: { ($0 as? ArchiveError)?.code == .badPath }
    }
  }

  @Test("a full disk is told as such", .enabled(if: getuid() == 0))
  func full() throws {
    let mount = "\(scratch.path)/small"
    try Folder.create(mount)
    guard Glibc.mount("tmpfs", mount, "tmpfs", 0, "size=256k") == 0 else {
      print("skipped: no tmpfs can be mounted here")
      return
    }
    defer { umount(mount) }
    #expect {
      try BagWriter.write(
        to: "\(mount)/bag", payload: [PackageEntry(path: "a", source: .bytes([UInt8](repeating: 1, count: 1_000_000)))],
        info: BagInfo())
    } throws: { ($0 as? ArchiveError)?.code == .diskFull && ($0 as? ArchiveError)?.isPassing == true }
  }

  @Test("bagit.py accepts what we write")
  func bagitPy() throws {
    try scratch.makeBag([
      PackageEntry(path: "originals/01-Đơn đề nghị.pdf", text: "x"),
      PackageEntry(path: "originals/02-ảnh.jpg", text: "y"),
      PackageEntry(path: "empty", text: ""),
    ])
    guard let there = try run("python3", ["-c", "import bagit"]), there.status == 0 else {
      print("skipped: bagit.py is not here (pip install bagit)")
      return
    }
    let result = try #require(try run("python3", ["-m", "bagit", "--validate", "\(scratch.path)/bag"]))
    #expect(result.status == 0, "\(result.output)")
  }
}
