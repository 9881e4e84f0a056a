import Dossiers
import Media
import Testing

@Suite("Type by content")
struct FileTypeTests {
  static let png = (try? PNGEncoder.encode(Handmade.grey())) ?? []
  static let jpeg = (try? JPEGEncoder.encode(Handmade.grey())) ?? []
  static let pdf = HandmadePDF().bytes

  @Test("an empty file is refused as empty")
  func empty() {
    let problem = refusalOfOpening([])
    #expect(problem?.code == .fileEmpty)
    #expect(problem?.severity == .rejects)
  }

  @Test("a name never makes a type", arguments: [("a.png", png), ("a.jpg", jpeg), ("a.pdf", pdf)])
  func byContent(name: String, bytes: [UInt8]) throws {
    let document = try MediaOpener.open(bytes: bytes, name: "không đuôi")
    #expect(document.mediaType.usualExtension == String(name.suffix(3)))
    #expect(!document.warnings.map(\.code).contains(.fileTypeMismatch))
  }

  @Test(
    "a file whose name promises another kind is refused",
    arguments: [
      ("đơn.pdf", png), ("don.PDF", jpeg), ("anh.jpg", pdf), ("don.docx", jpeg), ("hoadon.xml", pdf),
    ])
  func mismatch(name: String, bytes: [UInt8]) {
    let problem = refusalOfOpening(bytes, name: name)
    #expect(problem?.code == .fileTypeMismatch)
    #expect(problem?.severity == .rejects)
  }

  @Test("a picture under another picture's name is read with a warning", arguments: ["a.png", "a.heic", "a.webp"])
  func pictureMismatch(name: String) throws {
    let document = try MediaOpener.open(bytes: Self.jpeg, name: name)
    #expect(document.warnings.contains { $0.code == .fileTypeMismatch && $0.severity == .warning })
  }

  @Test(
    "aliases, capitals, unknown and missing extensions are no mismatch",
    arguments: ["a.jpg", "a.JPEG", "a.jfif", "IMG_0001", "a.tmp", "a.", "", "Bản sao 2. ngày 3"])
  func noMismatch(name: String) throws {
    let document = try MediaOpener.open(bytes: Self.jpeg, name: name)
    #expect(!document.warnings.map(\.code).contains(.fileTypeMismatch))
  }

  static let unsupported: [(String, [UInt8])] = [
    ("WebP", Array("RIFF\0\0\0\0WEBPVP8 ".utf8)),
    ("GIF", Array("GIF89a\u{1}\0\u{1}\0".utf8)),
    ("BMP", Array("BM".utf8) + [UInt8](repeating: 0, count: 12) + [40, 0, 0, 0, 1, 0, 0, 0]),
    ("Word (DOCX)", [0x50, 0x4B, 3, 4] + Array("xxxx[Content_Types].xml....word/document.xml".utf8)),
    ("ZIP", [0x50, 0x4B, 3, 4] + Array("xxxxa.txt".utf8)),
    ("Office 97–2003 (DOC, XLS, PPT)", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0]),
    ("HTML", Array("\u{FEFF}\n<!DOCTYPE html><html></html>".utf8)),
    ("RTF", Array("{\\rtf1 xin chào}".utf8)),
    ("AVIF", [0, 0, 0, 0x18] + Array("ftypavif\0\0\0\0mif1avif".utf8)),
    ("JPEG 2000", [0, 0, 0, 12] + Array("jP  \r\n".utf8) + [0x87, 0x0A]),
    ("JPEG XL", [0xFF, 0x0A, 1, 2, 3]),
    ("Photoshop (PSD)", Array("8BPS\0\u{1}".utf8)),
    ("plain text", Array("Kính gửi: Ủy ban nhân dân xã".utf8)),
    ("film", [0, 0, 0, 0x18] + Array("ftypisom\0\0\0\0isommp42".utf8)),
    ("SVG", Array("<?xml version=\"1.0\"?><!-- x --><svg xmlns=\"http://www.w3.org/2000/svg\"/>".utf8)),
    ("XML that is no electronic invoice", Array("<?xml version=\"1.0\"?><ThongTin/>".utf8)),
  ]

  @Test("a known format that isn't taken is named, with what to send instead", arguments: unsupported)
  func knownButUnsupported(format: String, bytes: [UInt8]) {
    let problem = refusalOfOpening(bytes)
    #expect(problem?.code == .fileTypeUnsupported)
    #expect(problem?.severity == .rejects)
    #expect(problem?.message.en.contains(format) == true)
    #expect(problem?.remedy.vi.isEmpty == false)
    #expect(problem?.remedy.en.contains("PDF") == true || problem?.remedy.en.contains("JPEG") == true)
  }

  @Test("what nothing is known of is refused as unknown")
  func unknown() {
    #expect(refusalOfOpening([0x01, 0x02, 0x03, 0xFE, 0x00, 0x99])?.code == .fileTypeUnknown)
  }

  @Test("a file above the byte budget is refused before it is looked at")
  func tooLarge() {
    var budget = MediaBudget()
    budget.maxBytes = 100
    let problem = refusalOfOpening([UInt8](repeating: 7, count: 101), budget: budget)
    #expect(problem?.code == .fileTooLarge)
    #expect(problem?.message.en.contains("0.1 MB") == true)
  }
}
