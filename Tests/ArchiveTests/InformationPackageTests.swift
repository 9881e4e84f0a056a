import Archive
import Digests
import Dossiers
import Files
import Foundation
import FoundationXML
import Testing

@Suite struct InformationPackageTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private static let formats = [PackageFormat.earkSIP, .earkAIP]

  private func package(_ format: PackageFormat, _ contents: DossierContents) throws -> PlacedPackage {
    try DossierPackager.package(
      contents, as: format, in: "\(scratch.path)/scratch", to: "\(scratch.path)/packages")
  }

  @Test("an information package has CSIP's folders, and the archive's form in rep1", arguments: formats)
  func layout(format: PackageFormat) throws {
    let placed = try package(format, try Samples.contents(scratch))
    let files = try scratch.digests(below: "packages/\(placed.path)")
    #expect(
      files.keys.sorted() == [
        "METS.xml", "documentation/README.txt", "documentation/receipt.pdf", "documentation/receipt.png",
        "metadata/descriptive/EAD.xml", "metadata/other/dossier.json", "metadata/other/text/01.txt",
        "metadata/preservation/PREMIS.xml", "representations/rep1/METS.xml",
        "representations/rep1/data/H26.1-261122-0001.1.pdf",
        "representations/rep1/metadata/preservation/PREMIS.xml", "representations/rep2/METS.xml",
        "representations/rep2/data/01-Căn cước (mặt trước).jpg", "representations/rep2/data/02-_biên lai.pdf",
        "representations/rep2/metadata/preservation/PREMIS.xml", "schemas/DILCISExtensionMETS.xsd",
        "schemas/DILCISExtensionSIPMETS.xsd", "schemas/mets.xsd", "schemas/xlink.xsd",
      ])
    #expect(files["METS.xml"] == placed.digest)
    #expect(try Folder.entries(of: "\(scratch.path)/scratch").isEmpty)
  }

  @Test("a package is named as the circular wants it, the same at each try")
  func identifiers() throws {
    let contents = try Samples.contents(scratch)
    let sip = try scratch.read("packages/\(try package(.earkSIP, contents).path)/METS.xml")
    #expect(
      sip.firstMatch(of: /OBJID="uuid-[0-9A-F]{8}-[0-9A-F]{4}-8[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}"/) != nil)
    let aip = try scratch.read("packages/\(try package(.earkAIP, contents).path)/METS.xml")
    #expect(aip.contains("OBJID=\"urn:H26.PM:uuid:"))
    #expect(try package(.earkSIP, contents).path == DossierPackager.path(contents, as: .earkSIP))
  }

  @Test("METS names every file with its size and digest, and its addresses lead there", arguments: formats)
  func references(format: PackageFormat) throws {
    let placed = try package(format, try Samples.contents(scratch))
    let root = "packages/\(placed.path)"
    var named: Set<String> = ["METS.xml"]
    for (mets, prefix) in [
      ("METS.xml", ""), ("representations/rep1/METS.xml", "representations/rep1/"),
      ("representations/rep2/METS.xml", "representations/rep2/"),
    ] {
      let document = try XMLDocument(xmlString: try scratch.read("\(root)/\(mets)"))
      for node in try document.nodes(forXPath: "//*[@CHECKSUM]") {
        let element = try #require(node as? FoundationXML.XMLElement)
        let location = element.name == "mdRef" ? element : try #require(element.elements(forName: "FLocat").first)
        let address = try #require(location.attribute(forName: "xlink:href")?.stringValue?.removingPercentEncoding)
        named.insert(prefix + address)
        let bytes = try OwnedDescriptor.reading("\(scratch.path)/\(root)/\(prefix)\(address)").readToEnd(limit: 1 << 20)
        #expect(try element.nodes(forXPath: "@CHECKSUM").first?.stringValue == SHA256Digest.hex(of: bytes))
        #expect(try element.nodes(forXPath: "@SIZE").first?.stringValue == String(bytes.count))
      }
    }
    #expect(named == Set(try scratch.digests(below: root).keys))
  }

  @Test("PREMIS tells each event with its agent, its outcome and what it happened to")
  func events() throws {
    let placed = try package(.earkAIP, try Samples.contents(scratch))
    let premis = try XMLDocument(
      xmlString: try scratch.read("packages/\(placed.path)/metadata/preservation/PREMIS.xml"))
    func texts(_ path: String) throws -> [String] {
      try premis.nodes(forXPath: path).compactMap(\.stringValue)
    }
    #expect(
      try texts("//*[local-name()='eventType']") == [
        "ingestion", "validation", "appraisal", "fixity check", "information package creation",
      ])
    #expect(
      try texts("//*[local-name()='event'][2]//*[local-name()='linkingObjectIdentifierValue']") == [
        "representations/rep1/data/H26.1-261122-0001.1.pdf", "representations/rep2/data/01-Căn cước (mặt trước).jpg",
      ])
    #expect(try texts("//*[local-name()='event'][2]//*[local-name()='eventOutcome']") == ["warning"])
    #expect(try texts("//*[local-name()='eventDateTime']").allSatisfy { $0.hasSuffix("+07:00") })
    #expect(try texts("//*[local-name()='agentName']") == ["hoso", "Trần Văn Bình"])
    #expect(
      try texts("//*[local-name()='messageDigest'][1]").contains(SHA256Digest.hex(of: "a card's picture")))
  }

  /// What the validator calls an error in any SIP: its rule SIP14 wants `NOTETYPE` without a namespace at the note that
  /// its rule CSIP15 wants, where METS's schema allows attributes of other namespaces only (the specification itself
  /// says `csip:NOTETYPE`). No SIP can please both.
  private static let contradiction = "SIP14"

  /// The rules that the E-ARK validator finds broken; nil, with a printed reason, where it is not here.
  private func brokenRules(_ placed: PlacedPackage) throws -> [String]? {
    guard let tool = shared("tools/eark_validate.py") else { return nil }
    guard let there = try run("python3", ["-c", "import eark_validator"]), there.status == 0 else {
      print("skipped: eark-validator is not here (pip install eark-validator)")
      return nil
    }
    guard let result = try run("python3", [tool, "\(scratch.path)/packages/\(placed.path)"]) else { return nil }
    #expect(result.output.contains("structure WELLFORMED"), "\(result.output)")
    let lines = result.output.split(separator: "\n")
    print(lines.last ?? "")
    return lines.filter { $0.hasPrefix("ERROR ") }.map { String($0.split(separator: " ")[1]) }
  }

  @Test("the E-ARK validator finds no error but the one that no SIP can avoid", arguments: formats)
  func validator(format: PackageFormat) throws {
    let placed = try package(format, try Samples.contents(scratch))
    guard let broken = try brokenRules(placed) else { return }
    #expect(broken == (format == .earkSIP ? [Self.contradiction] : []))
  }

  @Test("METS stands against the schemas that the package carries", arguments: formats)
  func schemas(format: PackageFormat) throws {
    let placed = try package(format, try Samples.contents(scratch))
    let root = "\(scratch.path)/packages/\(placed.path)"
    // The schema's import names an address on the net; the catalogue leads it to the package's own copy.
    let catalog = try scratch.write(
      "catalog.xml",
      """
      <catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">
        <system systemId="http://www.loc.gov/standards/xlink/xlink.xsd" uri="file://\(root)/schemas/xlink.xsd"/>
        <uri name="http://www.loc.gov/standards/xlink/xlink.xsd" uri="file://\(root)/schemas/xlink.xsd"/>
      </catalog>
      """)
    for mets in ["METS.xml", "representations/rep1/METS.xml", "representations/rep2/METS.xml"] {
      guard
        let result = try run(
          "env",
          [
            "XML_CATALOG_FILES=\(catalog)", "xmllint", "--nonet", "--noout", "--schema", "\(root)/schemas/mets.xsd",
            "\(root)/\(mets)",
          ])
      else { return }
      #expect(result.status == 0, "\(result.output)")
    }
  }

  @Test("the same dossier gives the same package, and one that is there is adopted", arguments: formats)
  func reproducible(format: PackageFormat) throws {
    let contents = try Samples.contents(scratch)
    let first = try package(format, contents)
    let before = try scratch.digests(below: "packages")
    #expect(try package(format, contents) == first)
    #expect(try scratch.digests(below: "packages") == before)
  }

  @Test("another package or a damaged one in its place is an error that names the file")
  func occupied() throws {
    var contents = try Samples.contents(scratch)
    let placed = try package(.earkSIP, contents)
    contents.sender = "somebody else"
    #expect { try package(.earkSIP, contents) } throws: { ($0 as? ArchiveError)?.code == .different }
    contents.sender = try Samples.contents(scratch).sender
    try scratch.write("packages/\(placed.path)/metadata/other/text/01.txt", "tampered")
    #expect {
      try package(.earkSIP, contents)
    } throws: { ($0 as? ArchiveError)?.code == .invalid && "\($0)".contains("metadata/other/text/01.txt") }
  }

  @Test("a dossier without archival copies and without a receipt makes a sound package too", arguments: formats)
  func plain(format: PackageFormat) throws {
    var contents = try Samples.contents(scratch)
    contents.receipt = nil
    contents.documents = contents.documents.map { document in
      var plain = document
      plain.normalisation = .none
      return plain
    }
    let placed = try package(format, contents)
    let files = try scratch.digests(below: "packages/\(placed.path)")
    #expect(files["representations/rep1/data/01-Căn cước (mặt trước).jpg"] != nil)
    #expect(files["representations/rep2/METS.xml"] == nil)
    guard let broken = try brokenRules(placed) else { return }
    #expect(broken == (format == .earkSIP ? [Self.contradiction] : []))
  }

  @Test("names and texts with XML's own signs come through")
  func escaping() throws {
    var contents = try Samples.contents(scratch)
    contents.documents[0].name = "a<b>&\"c\"\u{1}.jpg"
    contents.agency = .init(code: "H26.1", name: "A & B <C>")
    let placed = try package(.earkSIP, contents)
    let ead = try XMLDocument(
      xmlString: try scratch.read("packages/\(placed.path)/metadata/descriptive/EAD.xml"))
    #expect(try ead.nodes(forXPath: "//*[local-name()='agencyname']").first?.stringValue == "A & B <C>")
    #expect(
      try ead.nodes(forXPath: "//*[local-name()='c'][1]//*[local-name()='unittitle']").first?.stringValue
        == "a<b>&\"c\"\u{fffd}.jpg")
  }
}
