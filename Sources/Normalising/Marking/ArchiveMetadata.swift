import Foundation

/// What a file says of itself: as XMP and, in agreement with it, as an information dictionary (ISO 19005-2, 6.6).
///
/// No dates: they would have to come from a clock, and the same document would not give the same copy twice.
struct ArchiveMetadata {
  let title: String
  let producer: String
  let level: ArchiveLevel

  init(title: String, producer: String, level: ArchiveLevel) {
    self.title = Self.plain(title)
    self.producer = Self.plain(producer)
    self.level = level
  }

  /// The body of the information dictionary.
  var information: String {
    "<<\(title.isEmpty ? "" : "/Title \(PDFSyntax.text(title)) ")/Producer \(PDFSyntax.text(producer))>>"
  }

  /// The XMP packet.
  var packet: [UInt8] {
    let titled =
      title.isEmpty
      ? ""
      : "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">\(Self.escaped(title))</rdf:li></rdf:Alt></dc:title>\n"
    return Array(
      """
      <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
      <x:xmpmeta xmlns:x="adobe:ns:meta/">
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
      xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
      <dc:format>application/pdf</dc:format>
      \(titled)<pdf:Producer>\(Self.escaped(producer))</pdf:Producer>
      <pdfaid:part>2</pdfaid:part>
      <pdfaid:conformance>\(level.conformance)</pdfaid:conformance>
      </rdf:Description>
      </rdf:RDF>
      </x:xmpmeta>
      <?xpacket end="r"?>
      """.utf8)
  }

  /// NFC, on one line, only what XML 1.0 can hold.
  private static func plain(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: scalars.append(" ")
      case .surrogate, .unassigned: continue
      default: scalars.append(scalar)
      }
    }
    return String(scalars).split(separator: " ").joined(separator: " ")
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text.unicodeScalars {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }
}
