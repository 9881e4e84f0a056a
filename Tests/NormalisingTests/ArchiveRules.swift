import Dossiers
import Foundation
import TestTools
import Testing

/// The rules of ISO 19005-2 that a file of page pictures and invisible words could break, each by its clause.
enum ArchiveRules {
  private static let filters: Set = ["/FlateDecode", "/DCTDecode", "/CCITTFaxDecode", "/JBIG2Decode"]
  /// Name spaces whose properties XMP 2004 or PDF/A itself defines: others would need an extension schema.
  private static let nameSpaces: Set = [
    "adobe:ns:meta/", "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://purl.org/dc/elements/1.1/",
    "http://ns.adobe.com/pdf/1.3/", "http://ns.adobe.com/xap/1.0/", "http://www.aiim.org/pdfa/ns/id/",
  ]

  /// The clauses that the file breaks.
  static func broken(by path: String) throws -> [String] {
    var broken: [String] = []
    func rule(_ clause: String, _ holds: Bool) { if !holds { broken.append(clause) } }

    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    rule("6.1.2 header", bytes.starts(with: Array("%PDF-1.".utf8)))
    rule(
      "6.1.3 nothing after the end",
      [Array("%%EOF\n".utf8), Array("%%EOF".utf8)].contains { bytes.suffix($0.count) == $0[...] })
    rule("qpdf --check", try Tool.run("qpdf", "--check", path) != nil)
    let file = try PDFObjects(path)
    rule("6.1.3 ID", file.trailer["/ID"]?.array?.count == 2)
    rule("6.1.3 encryption", file.trailer["/Encrypt"] == nil)

    let root = file.resolve(file.trailer["/Root"])
    for key in ["/AA", "/OpenAction", "/AcroForm", "/Names", "/OCProperties", "/Perms", "/Requirements", "/Collection"]
    {
      rule("6.4 to 6.12 catalogue \(key)", root?[key] == nil)
    }
    let intents = root?["/OutputIntents"]?.array ?? []
    rule("6.2.3 output intent", intents.count == 1 && file.resolve(intents[0])?["/S"]?.string == "/GTS_PDFA1")
    for object in file.dictionaries { try check(object, file, rule) }
    try checkMetadata(path, file, root, rule)
    return broken
  }

  private static func check(_ object: JSONValue, _ file: PDFObjects, _ rule: (String, Bool) -> Void) throws {
    let names = object["/Filter"]?.array?.compactMap(\.string) ?? [object["/Filter"]?.string].compactMap(\.self)
    rule("6.1.7.2 filters \(names)", Set(names).isSubset(of: filters))
    for key in ["/F", "/FFilter", "/FDecodeParms"] where object["/Length"] != nil {
      rule("6.1.7.1 external data", object[key] == nil)
    }
    rule("6.5 actions", object["/Type"]?.string != "/Action" && object["/A"] == nil && object["/AA"] == nil)
    rule("6.2.5 graphics states", object["/TR"] == nil && object["/HTP"] == nil)
    switch (object["/Type"]?.string, object["/Subtype"]?.string) {
    case ("/Page", _):
      rule("6.2.10 transparency groups", object["/Group"] == nil)
      rule("6.3 annotations", object["/Annots"] == nil)
      let box = object["/MediaBox"]?.array?.compactMap { $0.double ?? $0.integer.map(Double.init) } ?? []
      rule(
        "6.1.13 page size \(box)",
        box.count == 4 && (3...14_400).contains(box[2] - box[0]) && (3...14_400).contains(box[3] - box[1]))
    case ("/XObject", let subtype):
      rule("6.2.8 only images", subtype == "/Image")
      for key in ["/Interpolate", "/Alternates", "/OPI", "/SMask", "/SMaskInData"] {
        rule("6.2.8 \(key)", object[key] == nil)
      }
      rule("6.2.8 bits", [1, 2, 4, 8, 16].contains(object["/BitsPerComponent"]?.integer ?? 8))
      let space = file.resolve(object["/ColorSpace"])
      let name = space?.string ?? space?.array?.first?.string ?? ""
      rule("6.2.4 colour space \(name)", ["/DeviceGray", "/DeviceRGB", "/Indexed", "/ICCBased"].contains(name))
      // ISO 32000-1, table 89: a picture's own masks, alternatives and conditions would be somebody else's.
      for key in ["/Mask", "/ImageMask", "/Decode", "/Matte", "/OC", "/Intent", "/Metadata", "/AF"] {
        rule("6.2.8 \(key)", object[key] == nil)
      }
      if names == ["/JBIG2Decode"] || names == ["/CCITTFaxDecode"] {
        rule("6.1.7.2 one bit", object["/BitsPerComponent"]?.integer == 1 && name == "/DeviceGray")
      }
      if name == "/ICCBased" {
        let profile = file.resolve(space?.array?.last)
        rule("6.2.4.2 components", [1, 3].contains(profile?["/N"]?.integer ?? 0) && profile?["/Range"] == nil)
      }
    case ("/Font", "/Type0"):
      rule("6.2.11.7 ToUnicode", object["/ToUnicode"] != nil)
      rule("6.2.11.3 encoding", object["/Encoding"]?.string == "/Identity-H")
    case ("/Font", "/CIDFontType2"): rule("6.2.11.3.2 CIDToGIDMap", object["/CIDToGIDMap"] != nil)
    case ("/Font", let subtype): rule("6.2.11 font \(subtype ?? "")", false)
    case ("/FontDescriptor", _):
      rule("6.2.11.4.1 embedded", object["/FontFile2"] != nil)
      // A CIDSet must list every glyph; without one nothing can be wrong with it.
      rule("6.2.11.4.2 CIDSet", object["/CIDSet"] == nil)
    default: break
    }
  }

  private static func checkMetadata(
    _ path: String, _ file: PDFObjects, _ root: JSONValue?, _ rule: (String, Bool) -> Void
  ) throws {
    let packet =
      try Tool.run("qpdf", "--show-object=\(file.number(root?["/Metadata"]))", "--raw-stream-data", path) ?? ""
    rule("6.6.2.1 packet", packet.hasPrefix("<?xpacket begin=") && !packet.contains("encoding="))
    rule("6.6.4 identification", packet.contains("<pdfaid:part>2</pdfaid:part>"))
    for part in packet.split(separator: "xmlns:").dropFirst() {
      let space = part.drop { $0 != "\"" }.dropFirst().prefix { $0 != "\"" }
      rule("6.6.2.3 name space \(space)", nameSpaces.contains(String(space)))
    }
    let information = file.resolve(file.trailer["/Info"])
    if case .object(let members)? = information {
      rule("6.6.3 information \(members.keys)", Set(members.keys).isSubset(of: ["/Title", "/Producer"]))
      if let title = members["/Title"]?.string {
        let escaped = title.dropFirst(2).replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(
          ">", with: "&gt;"
        )
        .replacing("\"", with: "&quot;")
        rule("6.6.3 title", packet.contains(escaped))
      }
    }
  }
}
