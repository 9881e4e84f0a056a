import Archive
import Digests
import Dossiers
import Files
import Glibc
import Testing

@Suite struct SerialisedPackageTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private static let formats = [PackageFormat.bagitZip, .bagitTar]

  private func package(_ format: PackageFormat, _ contents: DossierContents, to packages: String = "packages") throws
    -> PlacedPackage
  {
    try DossierPackager.package(
      contents, as: format, in: "\(scratch.path)/scratch", to: "\(scratch.path)/\(packages)")
  }

  private func python(_ program: String, _ arguments: String...) throws -> String? {
    guard let result = try run("python3", ["-c", program] + arguments) else { return nil }
    #expect(result.status == 0, "\(result.output)")
    return result.output
  }

  @Test("a bag as one file is the same bag", arguments: formats)
  func roundTrip(format: PackageFormat) throws {
    let contents = try Samples.contents(scratch)
    let folder = try package(.bagit, contents)
    let placed = try package(format, contents)
    #expect(placed.path.hasPrefix("2026/H26.1-261122-0001."))
    let file = "\(scratch.path)/packages/\(placed.path)"
    #expect(try FileStatus.of(file)?.byteCount == placed.byteCount)
    let bytes = try OwnedDescriptor.reading(file).readToEnd(limit: 1 << 24)
    #expect(SHA256Digest.hex(of: bytes) == placed.digest)
    try Folder.create("\(scratch.path)/unpacked")
    try SerialisedPackage.unpack(file, to: "\(scratch.path)/unpacked", limit: 1 << 24)
    #expect(
      try scratch.digests(below: "unpacked/H26.1-261122-0001") == scratch.digests(below: "packages/\(folder.path)"))
    let report = try SerialisedPackage.verifyBag(file, in: "\(scratch.path)/scratch")
    #expect(report.findings.isEmpty)
    #expect(report.digest == folder.digest)
    #expect(try Folder.entries(of: "\(scratch.path)/scratch").isEmpty)
  }

  @Test(
    "the same dossier gives the same file, under another umask too, and one that is there is adopted",
    arguments: formats)
  func reproducible(format: PackageFormat) throws {
    let contents = try Samples.contents(scratch)
    let first = try package(format, contents)
    let before = umask(0o027)
    let second = try package(format, contents, to: "others")
    umask(before)
    #expect(first == second)
    #expect(try package(format, contents) == first)
    var changed = contents
    changed.sender = "somebody else"
    #expect { try package(format, changed) } throws: { ($0 as? ArchiveError)?.code == .different }
  }

  @Test("other programs read what we write, names in Vietnamese and long ones too", arguments: formats)
  func foreignReaders(format: PackageFormat) throws {
    var contents = try Samples.contents(scratch)
    contents.documents[0].name = String(repeating: "đơn đề nghị rất dài ", count: 5) + ".jpg"
    let folder = try package(.bagit, contents)
    let placed = try package(format, contents)
    let out = "\(scratch.path)/out"
    let program =
      format == .bagitZip
      ? "import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; z.extractall(sys.argv[2])"
      : "import sys,tarfile; tarfile.open(sys.argv[1]).extractall(sys.argv[2])"
    guard try python(program, "\(scratch.path)/packages/\(placed.path)", out) != nil else { return }
    #expect(
      try scratch.digests(below: "out/H26.1-261122-0001") == scratch.digests(below: "packages/\(folder.path)"))
  }

  @Test(
    "what other programs write is read: deflated, pax, GNU's long names",
    arguments: ["zip", "pax", "gnu", "ustar", "v7zip"])
  func foreignWriters(kind: String) throws {
    try scratch.makeBag([
      PackageEntry(path: "\(String(repeating: "x", count: 90))/\(String(repeating: "y", count: 90)).txt", text: "long"),
      PackageEntry(path: "big.bin", source: .bytes([UInt8](repeating: 7, count: 500_000))),
    ])
    let file = "\(scratch.path)/foreign"
    let program =
      switch kind {
      case "zip": "import sys,shutil; shutil.make_archive(sys.argv[1],'zip',sys.argv[2],'bag')"
      case "v7zip":
        "import sys,os,zipfile; z=zipfile.ZipFile(sys.argv[1]+'.zip','w',zipfile.ZIP_STORED)\n"
          + "for d,_,f in os.walk(os.path.join(sys.argv[2],'bag')):\n"
          + "  for n in f: p=os.path.join(d,n); z.write(p, os.path.relpath(p,sys.argv[2]))\nz.close()"
      default:
        "import sys,tarfile; t=tarfile.open(sys.argv[1]+'.tar','w',format=tarfile.\(kind.uppercased())_FORMAT);"
          + "t.add(sys.argv[2]+'/bag','bag'); t.close()"
      }
    guard try python(program, file, scratch.path) != nil else { return }
    let path = file + (kind.hasSuffix("zip") ? ".zip" : ".tar")
    let report = try SerialisedPackage.verifyBag(path, in: "\(scratch.path)/scratch")
    #expect(report.findings.isEmpty)
    #expect(report.payloadBytes == 500_004)
  }

  @Test("a flipped byte in it is found", arguments: formats)
  func flipped(format: PackageFormat) throws {
    let placed = try package(format, try Samples.contents(scratch))
    let file = "packages/\(placed.path)"
    var bytes = try OwnedDescriptor.reading("\(scratch.path)/\(file)").readToEnd(limit: 1 << 24)
    let text = Array("a card's picture".utf8)
    let place = try #require((0..<bytes.count).first { bytes[$0...].starts(with: text) })
    bytes[place] ^= 1
    try scratch.write(file, bytes)
    // A zip's own sum refuses it; in a tar the bag's digests do.
    if format == .bagitZip {
      #expect {
        try SerialisedPackage.verifyBag("\(scratch.path)/\(file)", in: "\(scratch.path)/scratch")
      } throws: { ($0 as? ArchiveError)?.code == .invalid }
    } else {
      let report = try SerialisedPackage.verifyBag("\(scratch.path)/\(file)", in: "\(scratch.path)/scratch")
      #expect(report.findings.map(\.code) == [.fileDamaged, .fileDamaged])
    }
    #expect(throws: ArchiveError.self) { try package(format, try Samples.contents(scratch)) }
  }

  @Test("cut off anywhere it is refused, never read past its end", arguments: formats)
  func truncated(format: PackageFormat) throws {
    let placed = try package(format, try Samples.contents(scratch))
    let bytes = try OwnedDescriptor.reading("\(scratch.path)/packages/\(placed.path)").readToEnd(limit: 1 << 24)
    for length in stride(from: 0, to: bytes.count - 1024, by: 997) {
      let path = try scratch.write("cut", Array(bytes[..<length]))
      #expect(throws: ArchiveError.self) {
        let report = try SerialisedPackage.verifyBag(path, in: "\(scratch.path)/scratch")
        if !report.isValid { throw ArchiveError(.invalid, "as it should be") }
      }
    }
    #expect(try Folder.entries(of: "\(scratch.path)/scratch").isEmpty)
  }

  @Test("random damage never does more than fail", arguments: formats)
  func damaged(format: PackageFormat) throws {
    let placed = try package(format, try Samples.contents(scratch))
    let bytes = try OwnedDescriptor.reading("\(scratch.path)/packages/\(placed.path)").readToEnd(limit: 1 << 24)
    var state: UInt64 = 42
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var survived = 0
    for _ in 0..<300 {
      var copy = bytes
      for _ in 0..<(1 + random(8)) { copy[random(copy.count)] = UInt8(random(256)) }
      let path = try scratch.write("damaged", copy)
      if let report = try? SerialisedPackage.verifyBag(path, in: "\(scratch.path)/scratch"), report.isValid {
        survived += 1
      }
    }
    // Only what binds nothing may change unseen: times, modes, padding.
    #expect(survived < 150)
    #expect(try Folder.entries(of: "\(scratch.path)/scratch").isEmpty)
  }

  @Test("an entry that leads out of the folder is refused and nothing is written there", arguments: ["zip", "tar"])
  func traversal(kind: String) throws {
    let program =
      kind == "zip"
      ? "import sys,zipfile; z=zipfile.ZipFile(sys.argv[1],'w'); z.writestr('bag/../../../evil','x'); z.close()"
      : "import sys,tarfile,io; t=tarfile.open(sys.argv[1],'w'); i=tarfile.TarInfo('bag/../../../evil'); i.size=1;"
        + "t.addfile(i,io.BytesIO(b'x')); t.close()"
    guard try python(program, "\(scratch.path)/evil.\(kind)") != nil else { return }
    try Folder.create("\(scratch.path)/a/b/c")
    #expect {
      try SerialisedPackage.unpack("\(scratch.path)/evil.\(kind)", to: "\(scratch.path)/a/b/c", limit: 100)
    } throws: { ($0 as? ArchiveError)?.code == .badPath }
    #expect(try FileStatus.of("\(scratch.path)/evil") == nil)
    #expect(try FileStatus.of("\(scratch.path)/a/evil") == nil)
  }

  @Test("symbolic links in it are refused", arguments: ["zip", "tar"])
  func links(kind: String) throws {
    let program =
      kind == "zip"
      ? "import sys,zipfile; z=zipfile.ZipFile(sys.argv[1],'w'); i=zipfile.ZipInfo('bag/link'); i.create_system=3;"
        + "i.external_attr=0o120777<<16; z.writestr(i,'/etc/passwd'); z.close()"
      : "import sys,tarfile; t=tarfile.open(sys.argv[1],'w'); i=tarfile.TarInfo('bag/link'); i.type=tarfile.SYMTYPE;"
        + "i.linkname='/etc/passwd'; t.addfile(i); t.close()"
    guard try python(program, "\(scratch.path)/links.\(kind)") != nil else { return }
    try Folder.create("\(scratch.path)/out")
    #expect {
      try SerialisedPackage.unpack("\(scratch.path)/links.\(kind)", to: "\(scratch.path)/out", limit: 100)
    } throws: { ($0 as? ArchiveError)?.code == .invalid }
    #expect(try Folder.entries(of: "\(scratch.path)/out").isEmpty)
  }

  @Test("a bomb stops at the limit")
  func bomb() throws {
    let program =
      "import sys,zipfile; z=zipfile.ZipFile(sys.argv[1],'w',zipfile.ZIP_DEFLATED);"
      + "z.writestr('bag/zeros',bytes(50_000_000)); z.close()"
    guard try python(program, "\(scratch.path)/bomb.zip") != nil else { return }
    #expect(try FileStatus.of("\(scratch.path)/bomb.zip")?.byteCount ?? 0 < 100_000)
    try Folder.create("\(scratch.path)/out")
    #expect {
      try SerialisedPackage.unpack("\(scratch.path)/bomb.zip", to: "\(scratch.path)/out", limit: 1_000_000)
    } throws: { ($0 as? ArchiveError)?.code == .invalid }
    #expect(try FileStatus.of("\(scratch.path)/out/bag/zeros")?.byteCount ?? 0 <= 1_000_000)
  }

  @Test("a file that is neither, or holds more than one folder, is no serialised bag")
  func neither() throws {
    let path = try scratch.write("text", "just text")
    #expect { try SerialisedPackage.verifyBag(path, in: scratch.path) } throws: {
      ($0 as? ArchiveError)?.code == .invalid
    }
    let program =
      "import sys,zipfile; z=zipfile.ZipFile(sys.argv[1],'w'); z.writestr('a/x','x'); z.writestr('b/x','x'); z.close()"
    guard try python(program, "\(scratch.path)/two.zip") != nil else { return }
    #expect {
      try SerialisedPackage.verifyBag("\(scratch.path)/two.zip", in: scratch.path)
    } throws: { ($0 as? ArchiveError)?.code == .invalid }
  }
}
