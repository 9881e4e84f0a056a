import Dossiers
import Foundation
import Media
import Normalising
import TestTools
import Testing

/// What ISO 19005-2 asks of a file, looked up in the file that we wrote, by another program's eyes (qpdf).
@Suite("The rules of PDF/A-2", .enabled(if: Tool.isInstalled("qpdf")))
struct ArchiveRulesTests {
  @Test("copies of every kind of picture, with text and without, keep the rules", arguments: ArchiveLevel.allCases)
  func rules(_ level: ArchiveLevel) throws {
    let scratch = try Scratch()
    let jpeg = try Pattern.jpeg(width: 300, height: 200, orientation: 6)
    let png = try PNGEncoder.encode(Pattern.colour(width: 90, height: 70))
    let words = ArchiveCopyTests.placed([["Căn", "cước", "công", "dân"]])
    let path = try scratch.copy(
      [
        .init(picture: try #require(PageImage(file: jpeg, type: .jpeg, orientation: 6)), words: words),
        .init(picture: try #require(PageImage(file: png, type: .png, orientation: 1))),
        .init(picture: try PageImage(Pattern.colour(width: 400, height: 300), losslessLimit: 0), words: words),
      ], title: "Đơn <xin> & \"phép\"\u{0}.pdf", level: level)

    #expect(try Tool.run("qpdf", "--check", path) != nil)
    let bytes = try scratch.bytes("copy.pdf")
    #expect(bytes.starts(with: Array("%PDF-1.7\n%".utf8)) && bytes[10..<14].allSatisfy { $0 > 127 })
    let file = try PDFObjects(path)
    #expect(file.trailer["/Encrypt"] == nil)
    #expect(file.trailer["/ID"]?.array?.count == 2)

    let root = try #require(file.resolve(file.trailer["/Root"]))
    let intents = try #require(root["/OutputIntents"]?.array)
    #expect(intents.count == 1 && intents[0]["/S"]?.string == "/GTS_PDFA1")
    #expect(file.resolve(intents[0]["/DestOutputProfile"])?["/N"]?.integer == 3)
    for forbidden in ["/AA", "/OpenAction", "/Names", "/AcroForm", "/Requirements"] { #expect(root[forbidden] == nil) }

    let packet = try #require(
      try Tool.run("qpdf", "--show-object=\(file.number(root["/Metadata"]))", "--raw-stream-data", path))
    #expect(packet.contains("<pdfaid:part>2</pdfaid:part>"))
    #expect(packet.contains("<pdfaid:conformance>\(level == .unicode ? "U" : "B")</pdfaid:conformance>"))
    #expect(packet.contains("<rdf:li xml:lang=\"x-default\">Đơn &lt;xin&gt; &amp; &quot;phép&quot; .pdf</rdf:li>"))
    #expect(file.resolve(file.trailer["/Info"])?["/Title"]?.string == "u:Đơn <xin> & \"phép\" .pdf")

    for object in file.dictionaries {
      #expect(object["/Interpolate"] == nil && object["/SMask"] == nil && object["/Group"] == nil)
      #expect(object["/F"] == nil && object["/LZWDecode"] == nil)
      switch (object["/Type"]?.string, object["/Subtype"]?.string) {
      case ("/Font", "/Type0"): #expect(object["/ToUnicode"] != nil && object["/Encoding"]?.string == "/Identity-H")
      case ("/Font", "/CIDFontType2"): #expect(object["/CIDToGIDMap"] != nil)
      case ("/FontDescriptor", _): #expect(object["/FontFile2"] != nil)
      case ("/XObject", _): #expect(["/DeviceRGB", "/DeviceGray"].contains(object["/ColorSpace"]?.string))
      default: break
      }
    }
  }

  @Test("the colour profile is one that colour management accepts")
  func profile() throws {
    let scratch = try Scratch()
    let path = try scratch.copy([
      .init(picture: try PageImage(Pattern.colour(width: 40, height: 30), losslessLimit: nil))
    ])
    let file = try PDFObjects(path)
    let intent = file.resolve(file.trailer["/Root"])?["/OutputIntents"]?.array?.first
    let number = file.number(intent?["/DestOutputProfile"])
    let target = scratch.path("profile.icc")
    let shell = "qpdf --show-object=\(number) --filtered-stream-data '\(path)' > '\(target)'"
    _ = try #require(try Tool.run("sh", "-c", shell))
    let profile = try scratch.bytes("profile.icc")
    #expect(profile.count == profile[0..<4].reduce(0) { $0 << 8 | Int($1) })
    #expect(String(decoding: profile[12..<24], as: UTF8.self) == "mntrRGB XYZ ")
    #expect(String(decoding: profile[36..<40], as: UTF8.self) == "acsp")
    #expect(profile.count % 4 == 0)
  }
}

/// A PDF's objects, as `qpdf --json` shows them.
struct PDFObjects {
  let trailer: JSONValue
  private let objects: [String: JSONValue]

  init(_ path: String) throws {
    let text = try #require(try Tool.run("qpdf", "--json=2", "--json-stream-data=none", path))
    let whole = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
    guard case .object(let objects)? = whole["qpdf"]?.array?.last else { throw Unreadable() }
    self.objects = objects
    trailer = try #require(objects["trailer"]?["value"])
  }

  struct Unreadable: Error {}

  /// A dictionary itself, or the one that a reference points to; of a stream, its dictionary.
  func resolve(_ value: JSONValue?) -> JSONValue? {
    guard let name = value?.string, let object = objects["obj:\(name)"] else { return value }
    return object["value"] ?? object["stream"]?["dict"]
  }

  func number(_ reference: JSONValue?) -> String {
    reference?.string.flatMap { $0.split(separator: " ").first.map(String.init) } ?? ""
  }

  var dictionaries: [JSONValue] {
    objects.values.compactMap { $0["value"] ?? $0["stream"]?["dict"] }
  }
}
