import Archive
import Digests
import Dossiers
import Files
import Foundation
import Testing

@Suite struct DossierPackagerTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func package(_ contents: DossierContents, to packages: String = "packages") throws -> PlacedPackage {
    try DossierPackager.package(contents, in: "\(scratch.path)/scratch", to: "\(scratch.path)/\(packages)")
  }

  @Test("a dossier's package holds everything in its place and is valid")
  func contents() throws {
    let placed = try package(try Samples.contents(scratch))
    #expect(placed.path == "2026/H26.1-261122-0001")
    let folder = "packages/\(placed.path)"
    #expect(
      try scratch.digests(below: "\(folder)/data").keys.sorted() == [
        "metadata/dossier.json", "normalised/H26.1-261122-0001.1.pdf", "originals/01-Căn cước (mặt trước).jpg",
        "originals/02-_biên lai.pdf", "receipt/receipt.pdf", "receipt/receipt.png", "text/01.txt",
      ])
    let report = try BagVerifier.verify("\(scratch.path)/\(folder)")
    #expect(report.findings.isEmpty)
    #expect(report.digest == placed.digest)
    #expect(report.byteCount == placed.byteCount)
    #expect(report.info.values(of: "External-Identifier") == ["H26.1-261122-0001"])
    #expect(report.info.values(of: "Bagging-Date") == ["2026-11-22"])
    #expect(try Folder.entries(of: "\(scratch.path)/scratch").isEmpty)
  }

  @Test("the metadata names each file, what was read and what is wrong, with its keys in order")
  func metadata() throws {
    let placed = try package(try Samples.contents(scratch))
    let text = try scratch.read("packages/\(placed.path)/data/metadata/dossier.json")
    let json = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
    let documents = try #require(json["documents"]?.array)
    #expect(documents[0]["original"]?["path"] == "originals/01-Căn cước (mặt trước).jpg")
    #expect(documents[0]["original"]?["sha256"]?.string == SHA256Digest.hex(of: "a card's picture"))
    #expect(documents[0]["parts"]?.array?[0]["fields"]?["id_number"]?["box"] == [412, 96, 688, 131])
    #expect(documents[0]["normalisedAs"] == "PDF/A-2u")
    #expect(documents[1]["name"] == "../biên lai.pdf")
    #expect(documents[1]["normalisedAs"] == nil)
    #expect(documents[1]["notNormalised"] == "fonts are missing")
    #expect(json["receivedAt"] == "2026-11-22T00:30:00.000+07:00")
    let keys = ["\"agency\"", "\"archive\"", "\"channel\"", "\"code\"", "\"documents\"", "\"version\""]
    let places = keys.compactMap { text.range(of: "\n  \($0)")?.lowerBound }
    #expect(places.count == keys.count && places == places.sorted())
  }

  @Test("the same dossier made again, elsewhere and under another umask, is the same bytes")
  func reproducible() throws {
    let contents = try Samples.contents(scratch)
    let first = try package(contents)
    let before = umask(0o077)
    let second = try package(contents, to: "others")
    umask(before)
    #expect(first == second)
    #expect(
      try scratch.digests(below: "packages/\(first.path)") == scratch.digests(below: "others/\(second.path)"))
  }

  @Test("an identical package that is there already is adopted")
  func adopted() throws {
    let contents = try Samples.contents(scratch)
    #expect(try package(contents) == package(contents))
    #expect(try Folder.entries(of: "\(scratch.path)/scratch").isEmpty)
  }

  @Test("another package in its place is an error, and both stay as they were")
  func different() throws {
    var contents = try Samples.contents(scratch)
    let first = try package(contents)
    let before = try scratch.digests(below: "packages")
    contents.sender = "somebody else"
    #expect { try package(contents) } throws: { ($0 as? ArchiveError)?.code == .different }
    #expect(try scratch.digests(below: "packages") == before)
    #expect(try BagVerifier.verify("\(scratch.path)/packages/\(first.path)").isValid)
  }

  @Test("a damaged package in its place is never adopted")
  func damaged() throws {
    let contents = try Samples.contents(scratch)
    let first = try package(contents)
    try scratch.write("packages/\(first.path)/data/text/01.txt", "tampered")
    #expect {
      try package(contents)
    } throws: { ($0 as? ArchiveError)?.code == .invalid && "\($0)".contains("data/text/01.txt") }
  }

  @Test("a supplement makes a package of its own that names the earlier one")
  func supplement() throws {
    var contents = try Samples.contents(scratch)
    let first = try package(contents)
    contents.version = 2
    contents.previous = first
    let second = try package(contents)
    #expect(second.path == "2026/H26.1-261122-0001.v2")
    let info = try BagVerifier.verify("\(scratch.path)/packages/\(second.path)").info
    #expect(info.values(of: "Hoso-Previous-Digest") == [first.digest])
    #expect(info.values(of: "Hoso-Previous-Package") == [first.path])
  }

  @Test("a source that has changed stops the package, and nothing is left or shown")
  func changedSource() throws {
    let contents = try Samples.contents(scratch)
    try scratch.write("store/fee", "something else")
    #expect { try package(contents) } throws: { ($0 as? ArchiveError)?.code == .digestMismatch }
    #expect(try Folder.entries(of: "\(scratch.path)/scratch").isEmpty)
    #expect(try FileStatus.of("\(scratch.path)/packages/2026") == nil)
  }

  @Test("bagit.py accepts a dossier's package")
  func bagitPy() throws {
    let placed = try package(try Samples.contents(scratch))
    guard let there = try run("python3", ["-c", "import bagit"]), there.status == 0 else {
      print("skipped: bagit.py is not here (pip install bagit)")
      return
    }
    let folder = "\(scratch.path)/packages/\(placed.path)"
    let result = try #require(try run("python3", ["-m", "bagit", "--validate", folder]))
    #expect(result.status == 0, "\(result.output)")
  }
}
