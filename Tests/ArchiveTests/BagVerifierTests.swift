import Archive
import Digests
import Files
import Glibc
import Testing

@Suite struct BagVerifierTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func codes(_ report: BagReport) -> [BagFinding.Code] { report.findings.map(\.code) }

  private func verify() throws -> BagReport { try BagVerifier.verify("\(scratch.path)/bag") }

  /// A bag of an old draft with one payload file, whose parts each test then bends.
  private func foreign(version: String = "0.97", manifest: String? = nil, name: String = "a.txt") throws {
    try scratch.write("bag/bagit.txt", "BagIt-Version: \(version)\nTag-File-Character-Encoding: UTF-8\n")
    try scratch.write("bag/data/\(name)", "hello")
    try scratch.write(
      "bag/manifest-sha256.txt", manifest ?? "\(SHA256Digest.hex(of: "hello"))  data/a.txt\n")
  }

  @Test("a flipped byte is named with file, algorithm and both digests")
  func flipped() throws {
    try scratch.makeBag()
    try scratch.write("bag/data/a.txt", "hellp\n")
    let report = try verify()
    #expect(!report.isValid)
    #expect(report.isComplete)
    #expect(codes(report) == [.fileDamaged, .fileDamaged])
    let finding = try #require(report.findings.first { $0.digest?.algorithm == "sha256" })
    #expect(finding.file == "data/a.txt")
    #expect(finding.digest?.expected == SHA256Digest.hex(of: "hello\n"))
    #expect(finding.digest?.found == SHA256Digest.hex(of: "hellp\n"))
  }

  @Test("a tag file that was changed is named", arguments: ["bag-info.txt", "manifest-sha256.txt"])
  func changedTag(name: String) throws {
    try scratch.makeBag()
    try scratch.write("bag/\(name)", try scratch.read("bag/\(name)") + "\n")
    #expect(try verify().findings.allSatisfy { $0.code == .fileDamaged && $0.file == name })
  }

  @Test("what is missing and what is too much make a bag incomplete")
  func lists() throws {
    try scratch.makeBag([PackageEntry(path: "a", text: "1"), PackageEntry(path: "b", text: "2")])
    try Folder.removeFile("\(scratch.path)/bag/data/a")
    try scratch.write("bag/data/c", "3")
    let report = try verify()
    #expect(!report.isComplete)
    #expect(codes(report) == [.fileMissing, .fileUnlisted])
    #expect(report.findings.map(\.file) == ["data/a", "data/c"])
  }

  @Test("a file that is yet to be fetched is told apart from one that is lost")
  func fetch() throws {
    try foreign(
      manifest: "\(SHA256Digest.hex(of: "hello"))  data/a.txt\n\(SHA256Digest.hex(of: "b"))  data/b b\n")
    try scratch.write("bag/fetch.txt", "http://example.org/b%20b 1 data/b b\r\n")
    #expect(codes(try verify()) == [.fileToFetch])
    try scratch.write("bag/fetch.txt", "http://example.org/b - data/c\nhttp://example.org\n")
    #expect(codes(try verify()) == [.fetchMalformed, .fetchUnlisted, .fileMissing])
  }

  @Test(
    "a path that leads out of the bag is a finding and is never opened",
    arguments: ["../outside", "data/../../outside", "/etc/passwd", "~/x", "C:\\x", "\\\\server\\x", "data/..\\..\\x"])
  func unsafe(path: String) throws {
    try scratch.write("outside", "hello")
    try foreign(manifest: "\(SHA256Digest.hex(of: "hello"))  \(path)\n")
    #expect(try codes(verify()).contains(.pathUnsafe))
    try foreign()
    try scratch.write("bag/fetch.txt", "http://example.org/ - \(path)\n")
    #expect(codes(try verify()) == [.pathUnsafe])
  }

  @Test("a symbolic link is a finding and not followed, a folder's too")
  func links() throws {
    try foreign()
    try scratch.write("outside/a", "hello")
    try Folder.removeFile("\(scratch.path)/bag/data/a.txt")
    #expect(symlink("\(scratch.path)/outside/a", "\(scratch.path)/bag/data/a.txt") == 0)
    #expect(symlink("\(scratch.path)/outside", "\(scratch.path)/bag/data/folder") == 0)
    let report = try verify()
    #expect(codes(report) == [.pathLink, .pathLink, .fileMissing])
    #expect(report.payloadBytes == 0)
  }

  @Test("a name listed twice with the same digest is a warning before 1.0 and wrong since")
  func twice() throws {
    let line = "\(SHA256Digest.hex(of: "hello"))  data/a.txt\n"
    try foreign(manifest: line + line)
    #expect(try verify().isValid)
    try foreign(version: "1.0", manifest: line + line)
    #expect(try !verify().isValid)
    try foreign(manifest: line + "\(SHA256Digest.hex(of: "other"))  data/a.txt\n")
    #expect(try codes(verify()).contains(.listedTwiceDiffering))
  }

  @Test("a percent sign stands for itself before 1.0, and unencoded in 1.0 it is still understood")
  func percent() throws {
    let manifest = "\(SHA256Digest.hex(of: "hello"))  data/50%25.txt\n"
    try foreign(manifest: manifest, name: "50%25.txt")
    #expect(try verify().findings.isEmpty)
    try Folder.removeTree("\(scratch.path)/bag")
    try foreign(version: "1.0", manifest: manifest, name: "50%.txt")
    #expect(try verify().findings.isEmpty)
    try Folder.removeTree("\(scratch.path)/bag")
    try foreign(version: "1.0", manifest: manifest, name: "50%25.txt")
    let report = try verify()
    #expect(report.isValid)
    #expect(codes(report) == [.pathRespelled])
  }

  @Test("a name that was recomposed on its way is found, with a warning")
  func recomposed() throws {
    try foreign(manifest: "\(SHA256Digest.hex(of: "hello"))  data/e\u{301}.txt\n", name: "\u{e9}.txt")
    let report = try verify()
    #expect(report.isValid)
    #expect(codes(report) == [.pathRespelled])
  }

  @Test("tag files in other encodings are read", arguments: ["UTF-16", "UTF-16LE", "ISO-8859-1", "windows-1252"])
  func encodings(encoding: String) throws {
    try foreign()
    try scratch.write("bag/bagit.txt", "BagIt-Version: 0.97\nTag-File-Character-Encoding: \(encoding)\n")
    let manifest = "\(SHA256Digest.hex(of: "hello"))  data/é.txt\n"
    try scratch.write("bag/data/é.txt", "hello")
    try Folder.removeFile("\(scratch.path)/bag/data/a.txt")
    var bytes: [UInt8]
    switch encoding {
    case "UTF-16": bytes = manifest.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    case "UTF-16LE": bytes = manifest.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    default: bytes = manifest.unicodeScalars.map { UInt8($0.value) }
    }
    try scratch.write("bag/manifest-sha256.txt", bytes)
    #expect(try verify().findings.isEmpty)
    bytes = [0xff]
    try scratch.write("bag/manifest-sha256.txt", bytes + (encoding.hasPrefix("UTF") ? [] : [0x0a]))
    #expect(try !verify().isValid)
  }

  @Test("an encoding that nobody knows is a finding")
  func unknownEncoding() throws {
    try foreign()
    try scratch.write("bag/bagit.txt", "BagIt-Version: 0.97\nTag-File-Character-Encoding: klingon//TRANSLIT\n")
    #expect(try codes(verify()).contains(.encodingUnknown))
  }

  @Test(
    "bagit.txt of 1.0 is taken strictly, that of the drafts is not",
    arguments: [
      ("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", true),
      ("BagIt-Version: 1.0\r\nTag-File-Character-Encoding: UTF-8", true),
      ("BagIt-Version : 1.0\nTag-File-Character-Encoding: UTF-8\n", false),
      ("BagIt-Version: 1.0\n", false),
      ("\u{feff}BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", false),
      ("BagIt-Version : 0.97\nTag-File-Character-Encoding :  UTF-8\n\n", true),
      ("BagIt-Version: one\nTag-File-Character-Encoding: UTF-8\n", false),
      ("", false),
    ])
  func declaration(text: String, isValid: Bool) throws {
    try foreign()
    try scratch.write("bag/bagit.txt", text)
    #expect(try verify().isValid == isValid)
  }

  @Test("a payload file must be in every manifest since 1.0, in one before")
  func everyManifest() throws {
    for (version, isValid) in [("0.97", true), ("1.0", false)] {
      try foreign(version: version)
      try scratch.write("bag/data/b", "b")
      try scratch.write("bag/manifest-sha512.txt", "\(SHA512Digest.hex(of: "b"))  data/b\n")
      #expect(try verify().isValid == isValid)
    }
  }

  @Test("a Payload-Oxum that does not hold is a finding")
  func oxum() throws {
    try foreign()
    try scratch.write("bag/bag-info.txt", "Payload-Oxum: 5.1\n")
    #expect(try verify().findings.isEmpty)
    try scratch.write("bag/bag-info.txt", "Payload-Oxum: 5.2\nno label\n")
    #expect(codes(try verify()) == [.infoMalformed, .oxumDiffers])
  }

  @Test("a folder that is no bag says what it lacks")
  func noBag() throws {
    try Folder.create("\(scratch.path)/bag")
    let report = try verify()
    #expect(!report.isComplete)
    #expect(codes(report) == [.declarationMissing, .payloadMissing, .manifestMissing])
    #expect { try BagVerifier.verify("\(scratch.path)/none") } throws: { ($0 as? ArchiveError)?.code == .notFound }
  }

  @Test("md5sum's star and a leading ./ are understood, with a warning")
  func respelled() throws {
    try foreign(manifest: "\(SHA256Digest.hex(of: "hello")) *./data/a.txt\n")
    let report = try verify()
    #expect(report.isValid)
    #expect(codes(report) == [.pathRespelled])
  }

  @Test("a manifest line that is no digest and path is named by its number")
  func malformed() throws {
    try foreign(manifest: "\(SHA256Digest.hex(of: "hello"))  data/a.txt\n\nnonsense\nabcd  data/b\n")
    let report = try verify()
    #expect(codes(report) == [.manifestMalformed, .manifestMalformed])
    #expect(report.findings.map(\.detail).first?.contains("line 3") == true)
  }
}
