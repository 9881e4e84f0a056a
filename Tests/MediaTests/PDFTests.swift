import Dossiers
import Media
import Testing

@Suite("PDF")
struct PDFTests {
  private static let paragraph = HandmadePDF.text([
    (72, 700, "Don de nghi cap giay phep"), (72, 680, "Kinh gui: Uy ban nhan dan"),
  ])

  private func open(_ pdf: HandmadePDF) throws -> any MediaDocument {
    try MediaOpener.open(bytes: pdf.bytes, name: "a.pdf")
  }

  @Test("a page's reference picture has 200 dots an inch, turned as the page says")
  func sizes() throws {
    let pdf = HandmadePDF(pages: [
      .init(mediaBox: "0 0 595 842"), .init(mediaBox: "0 0 595 842", extras: "/Rotate 90"),
      .init(mediaBox: "0 0 595 842", extras: "/CropBox [0 0 72 144]"),
    ])
    let pages = try open(pdf).pages
    #expect(pages.map(\.widthInPixels) == [1653, 2339, 200])
    #expect(pages.map(\.heightInPixels) == [2339, 1653, 400])
    #expect(pages.allSatisfy { $0.dotsPerInch == 200 })
  }

  @Test("words have their place in pixels of the reference picture, also on a turned page", arguments: [0, 90])
  func words(turn: Int) throws {
    let content = HandmadePDF.text([(72, 720, "Xin chao"), (72, 700, "ban")])
    let document = try open(HandmadePDF(pages: [.init(extras: "/Rotate \(turn)", content: content)]))
    let words = try document.textLayer(page: 1)
    #expect(words.map(\.text) == ["Xin", "chao", "ban"])
    #expect(words.map(\.line) == [1, 1, 2])
    #expect(words.allSatisfy { $0.confidence == 1 })
    // The ink lies in the boxes: outside of them the page is white.
    let image = try document.renderGrey(page: 1, longSideInPixels: nil)
    #expect(image.width == document.pages[0].widthInPixels)
    var inkInside = 0
    for y in 0..<image.height {
      for x in 0..<image.width where image.pixels[y * image.width + x] < 128 {
        let isInside = words.contains { word in
          x >= word.box.x0 - 2 && x < word.box.x1 + 2 && y >= word.box.y0 - 2 && y < word.box.y1 + 2
        }
        #expect(isInside, "ink at \(x), \(y)")
        inkInside += 1
      }
    }
    #expect(inkInside > 200)
  }

  @Test("text comes out composed: a decomposed ế of the font's map is one character")
  func composed() throws {
    let document = try open(HandmadePDF(pages: [.init(content: HandmadePDF.text([(72, 700, "giao ti#p")]))]))
    let words = try document.textLayer(page: 1)
    #expect(words.last.map { Array($0.text.unicodeScalars) } == Array("tiếp".unicodeScalars))
    #expect("tiếp".unicodeScalars.count == 4)
  }

  @Test("a label and a value to its right without a space between are words of their own")
  func gap() throws {
    let content = "BT /F1 12 Tf 72 700 Td (Tong cong) Tj 80 0 Td (120.000) Tj ET"
    let words = try open(HandmadePDF(pages: [.init(content: content)])).textLayer(page: 1)
    #expect(words.map(\.text) == ["Tong", "cong", "120.000"])
    #expect(words.last.map { $0.box.x0 > (72 + 80) * 200 / 72 - 2 } == true)
  }

  private func form(turn: Int = 0, flags: Int = 4) -> HandmadePDF {
    let first = HandmadePDF.firstExtraNumber
    var pdf = HandmadePDF(pages: [
      .init(
        extras: "/Rotate \(turn) /Annots [\(first) 0 R]",
        content: HandmadePDF.text([(72, 700, "Ho va ten nguoi nop:"), (72, 600, "Noi dung de nghi cap lai")]))
    ])
    pdf.extraObjects = [
      "<< /Type /Annot /Subtype /Widget /FT /Tx /T (ten) /V (Tran Thi Mai) /F \(flags) /DA (/F1 12 Tf 0 g) "
        + "/Rect [250 695 500 715] >>"
    ]
    pdf.catalogueExtras = "/AcroForm << /Fields [\(first) 0 R] /DA (/F1 12 Tf 0 g) /DR << /Font << /F1 3 0 R >> >> >>"
    return pdf
  }

  @Test("what was typed into a form field is read on its line")
  func formValues() throws {
    let words = try open(form()).textLayer(page: 1)
    #expect(words.filter { $0.line == 1 }.map(\.text) == ["Ho", "va", "ten", "nguoi", "nop:", "Tran", "Thi", "Mai"])
    #expect(words.filter { $0.line == 2 }.map(\.text) == ["Noi", "dung", "de", "nghi", "cap", "lai"])
    let value = try #require(words.first { $0.text == "Tran" })
    #expect(abs(value.box.x0 - 250 * 200 / 72) <= 2 && abs(value.box.y0 - (842 - 715) * 200 / 72) <= 2)
  }

  @Test("a hidden field's value is not read; a filled form that is turned is left to its pixels")
  func hiddenAndTurned() throws {
    #expect(try !open(form(flags: 2)).textLayer(page: 1).map(\.text).contains("Tran"))
    #expect(try open(form()).pages[0].hasTextLayer)
    #expect(try !open(form(turn: 90)).pages[0].hasTextLayer)
  }

  @Test("a text layer counts only when there is enough of it and it shows")
  func textQuality() throws {
    let pdf = HandmadePDF(pages: [
      .init(content: Self.paragraph), .init(content: ""), .init(content: HandmadePDF.text([(72, 700, "Trang 1/2")])),
      .init(content: HandmadePDF.text([(72, 700, "Chu an duoi anh quet cua may quet tai lieu")], mode: 3)),
    ])
    #expect(try open(pdf).pages.map(\.hasTextLayer) == [true, false, false, false])
  }

  @Test("asking for less gives a picture of exactly that long side", arguments: [1000, 100, 1])
  func scaled(longSide: Int) throws {
    let image = try open(HandmadePDF(pages: [.init(content: Self.paragraph)]))
      .renderGrey(page: 1, longSideInPixels: longSide)
    #expect(image.height == longSide)
  }

  @Test("grey and colour show the same page")
  func greyAndColour() throws {
    let document = try open(HandmadePDF(pages: [.init(content: "1 0 0 rg 0 0 595 842 re f")]))
    let colour = try document.renderColour(page: 1, longSideInPixels: 50)
    #expect(Array(colour.pixels.prefix(3)) == [255, 0, 0])
    #expect(try document.renderGrey(page: 1, longSideInPixels: 50).pixels == GreyImage(colour).pixels)
  }

  @Test("a page of print comes in one channel, one with colour anywhere in three", arguments: [700, 20])
  func channels(y: Int) throws {
    let document = try open(
      HandmadePDF(pages: [
        .init(mediaBox: "0 0 1191 1684", content: "0.4 g 100 400 300 9 re f"),
        .init(mediaBox: "0 0 1191 1684", content: "0.4 g 100 400 300 9 re f 0 0 1 rg 100 \(y) 30 9 re f"),
      ]))
    guard case .grey(let grey) = try document.render(page: 1), case .colour(let colour) = try document.render(page: 2)
    else {
      Issue.record("not as many channels as needed")
      return
    }
    #expect(try grey.pixels == document.renderGrey(page: 1, longSideInPixels: nil).pixels)
    #expect(try colour.pixels == document.renderColour(page: 2, longSideInPixels: nil).pixels)
  }

  @Test("a sheet beyond A2, or a photo wrapped at a point a pixel, gets a smaller reference picture")
  func largeSheets() throws {
    let page = try open(HandmadePDF(pages: [.init(mediaBox: "0 0 4032 3024")])).pages[0]
    #expect(page.widthInPixels * page.heightInPixels <= 24_100_000)
    #expect(page.widthInPixels > 4032)
    let dotsPerInch = try #require(page.dotsPerInch)
    #expect(abs(dotsPerInch * 56 - Double(page.widthInPixels)) < 1)
  }

  @Test("a page no paper is made for is refused by its size", arguments: ["0 0 14401 100", "0 0 9000 9000"])
  func pageTooLarge(box: String) {
    let problem = refusalOfOpening(HandmadePDF(pages: [.init(), .init(mediaBox: box)]).bytes)
    #expect(problem?.code == .pdfPageTooLarge)
    #expect(problem?.page == 2)
  }

  @Test("too many pages are refused, by the declared count already")
  func tooManyPages() {
    var budget = MediaBudget()
    budget.maxPages = 2
    let three = HandmadePDF(pages: [.init(), .init(), .init()])
    #expect(refusalOfOpening(three.bytes, budget: budget)?.code == .pdfTooManyPages)
    var absurd = HandmadePDF()
    absurd.declaredCount = 2_000_000_000
    #expect(refusalOfOpening(absurd.bytes)?.code == .pdfTooManyPages)
  }

  @Test("a broken cross-reference table is repaired and said so")
  func repaired() throws {
    var pdf = HandmadePDF(pages: [.init(content: Self.paragraph)])
    pdf.hasBrokenStart = true
    let document = try open(pdf)
    #expect(document.warnings.map(\.code) == [.pdfDamaged])
    #expect(document.warnings.map(\.severity) == [.warning])
    #expect(try document.textLayer(page: 1).count == 12)
    #expect(try open(HandmadePDF()).warnings.isEmpty)
  }

  @Test("what has no pages is refused as damaged", arguments: ["%PDF-1.7\n", "%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF"])
  func unusable(text: String) {
    let problem = refusalOfOpening(Array(text.utf8))
    #expect(problem?.code == .pdfDamaged)
    #expect(problem?.severity == .rejects)
  }

  @Test("a PDF cut in half is refused or read with a warning, never silently accepted")
  func cut() throws {
    let pages = (0..<20).map { _ in HandmadePDF.Page(content: Self.paragraph) }
    let whole = HandmadePDF(pages: pages).bytes
    let cut = Array(whole.prefix(whole.count / 2))
    do {
      let document = try MediaOpener.open(bytes: cut, name: "a.pdf")
      #expect(document.warnings.map(\.code).contains(.pdfDamaged))
    } catch {
      #expect(error.problem.code == .pdfDamaged)
    }
  }

  @Test("a page tree that runs in a circle ends in a refusal or a warning")
  func circle() throws {
    let text = """
      %PDF-1.4
      1 0 obj
      << /Type /Catalog /Pages 2 0 R >>
      endobj
      2 0 obj
      << /Type /Pages /Kids [2 0 R] /Count 1 >>
      endobj
      trailer
      << /Root 1 0 R /Size 3 >>
      %%EOF
      """
    #expect(refusalOfOpening(Array(text.utf8))?.code == .pdfDamaged)
  }

  @Test(
    "what acts, hides or points elsewhere is named",
    arguments: [
      ("/OpenAction << /S /JavaScript /JS (app.alert) >>", ProblemCode.pdfJavaScript),
      ("/Names << /JavaScript << /Names [] >> >>", .pdfJavaScript),
      ("/OpenAction << /S /Launch /F (a.exe) >>", .pdfLaunchAction),
      ("/AcroForm << /Fields [] /XFA (x) >>", .pdfXFA),
      ("/AcroForm << /Fields [] /SigFlags 3 >>", .pdfSigned),
      ("/Names << /EmbeddedFiles << /Names [] >> >>", .pdfEmbeddedFiles),
      ("/OpenAction << /S /GoToR /F (other.pdf) >>", .pdfExternalReference),
    ])
  func perils(catalogue: String, code: ProblemCode) throws {
    var pdf = HandmadePDF()
    pdf.catalogueExtras = catalogue
    let warnings = try open(pdf).warnings
    #expect(warnings.map(\.code) == [code])
    #expect(warnings.map(\.severity) == [.warning])
  }

  @Test("a plain link is no peril")
  func link() throws {
    let link = "/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://x) >> >>]"
    #expect(try open(HandmadePDF(pages: [.init(extras: link)])).warnings.isEmpty)
  }

  @Test("an embedded XML comes out, one beyond the limit doesn't")
  func attachments() throws {
    var pdf = HandmadePDF()
    let first = HandmadePDF.firstExtraNumber
    pdf.extraObjects = [
      HandmadePDF.stream("<HDon/>", extras: "/Type /EmbeddedFile"),
      "<< /Type /Filespec /F (hoadon.xml) /UF (hoadon.xml) /EF << /F \(first) 0 R >> >>",
    ]
    pdf.catalogueExtras = "/Names << /EmbeddedFiles << /Names [(hoadon.xml) \(first + 1) 0 R] >> >>"
    let document = try #require(try open(pdf) as? PDFDocument)
    let attachments = document.attachments()
    #expect(attachments.map(\.name) == ["hoadon.xml"])
    #expect(attachments.map(\.bytes) == [Array("<HDon/>".utf8)])
    #expect(document.attachments(maxBytes: 6).isEmpty)
    #expect(document.attachments(maxCount: 0).isEmpty)
  }

  @Test("an embedded picture of absurd size, or content behind a picture codec, is refused before it is unpacked")
  func bombs() {
    var picture = HandmadePDF()
    picture.extraObjects = [
      HandmadePDF.stream(
        "x",
        extras:
          "/Type /XObject /Subtype /Image /Width 100000 /Height 100000 /ColorSpace /DeviceGray /BitsPerComponent 1")
    ]
    picture.pages = [.init(resources: "/XObject << /I \(HandmadePDF.firstExtraNumber) 0 R >>")]
    #expect(refusalOfOpening(picture.bytes)?.code == .imageTooManyPixels)
    var content = HandmadePDF()
    content.extraObjects = [HandmadePDF.stream("x", extras: "/Filter /JBIG2Decode")]
    content.pages = [.init(contents: "\(HandmadePDF.firstExtraNumber) 0 R")]
    #expect(refusalOfOpening(content.bytes)?.code == .pdfDamaged)
  }
}
