import Dossiers
import Testing

@Suite("Better pictures") struct BetterPictureTests {
  typealias Picture = BetterPictures.Picture

  static func card(
    _ sides: [String]?, _ fields: [FieldName: String], variant: String? = nil, confidence: Double = 0.6, page: Int = 1
  ) -> Part {
    Part(
      kind: .idCard, variant: variant, sides: sides, pages: [page],
      fields: fields.mapValues { text in
        Field(value: .string(text), confidence: confidence, source: .ocr, verified: confidence > 0.98, page: page)
      })
  }

  static func picture(
    _ ordinal: Int, version: Int = 1, _ parts: [Part], flaws: [Int?] = [], isRead: Bool = true
  ) -> Picture {
    Picture(
      ordinal: ordinal, version: version, sha256: "\(ordinal)", parts: parts, flaws: flaws, isRead: isRead)
  }

  static let mau: [FieldName: String] = [
    .idNumber: "001190000017", .fullName: "NGUYỄN THỊ MẪU", .dateOfBirth: "1990-01-01",
  ]
  static let blurred = picture(1, [card(["front"], [.idNumber: "001190000017"])], flaws: [1])
  static func good(_ sides: [String] = ["front"], _ fields: [FieldName: String] = mau, ordinal: Int = 2) -> Picture {
    picture(ordinal, version: 2, [card(sides, fields, confidence: 0.99)])
  }

  private func found(_ pictures: [Picture], _ required: [Procedure.RequiredDocument] = []) -> [String] {
    BetterPictures.find(pictures, required: required).map { finding in
      "\(finding.document):\(finding.page.map(String.init) ?? "all") \(finding.by)\(finding.isSamePaper ? "" : "?")"
    }
  }

  @Test("a later picture of the same side of the same card supersedes the one that could not be read")
  func same() {
    #expect(found([Self.blurred, Self.good()]) == ["1:1 superseded by document 2"])
    #expect(found([Self.good(), Self.blurred]) == ["1:1 superseded by document 2"], "in whatever order they are told")
    let misread = Self.card(["front"], [.idNumber: "001190000077", .fullName: "NGUYEN THI MAU"])
    #expect(found([Self.picture(1, [misread], flaws: [1]), Self.good()]) == ["1:1 superseded by document 2"])
    let named = Self.card(["front"], [.fullName: "NGUYỄN THỊ MẪU"])
    #expect(found([Self.picture(1, [named], flaws: [nil]), Self.good()]) == ["1:all superseded by document 2"])
  }

  @Test("another side, another person, another kind, another generation or an earlier file supersedes nothing")
  func others() {
    #expect(found([Self.blurred, Self.good(["back"])]).isEmpty)
    var another = Self.mau
    another[.idNumber] = "079085000023"
    #expect(found([Self.blurred, Self.good(["front"], another)]).isEmpty)
    #expect(found([Self.good(ordinal: 1), Self.picture(2, Self.blurred.parts, flaws: [1])]).isEmpty)
    let receipt = Part(kind: .receipt, pages: [1], fields: Self.card(nil, [.number: "0000123"]).fields)
    #expect(found([Self.blurred, Self.picture(2, version: 2, [receipt])]).isEmpty)
    let old = Self.picture(1, [Self.card(["front"], [.idNumber: "001190000017"], variant: "cccd-2016")], flaws: [1])
    let new = Self.picture(2, version: 2, [Self.card(["front"], Self.mau, variant: "can-cuoc-2024", confidence: 0.99)])
    #expect(found([old, new]).isEmpty)
  }

  @Test("a picture with such a flaw of its own, or one that was set aside, supersedes nothing")
  func flawed() {
    #expect(found([Self.blurred, Self.picture(2, version: 2, Self.good().parts, flaws: [1])]).isEmpty)
    #expect(found([Self.blurred, Self.picture(2, version: 2, Self.good().parts, isRead: false)]).isEmpty)
  }

  @Test("two sure readings that differ are two papers or a conflict: a person's to tell")
  func conflict() {
    let sure = Self.card(
      ["front"], [.idNumber: "001190000017", .dateOfBirth: "1991-02-02"], confidence: 0.95)
    #expect(found([Self.picture(1, [sure], flaws: [1]), Self.good()]).isEmpty)
    let near = Self.card(["front"], [.idNumber: "001190000071"], confidence: 0.95)
    #expect(found([Self.picture(1, [near], flaws: [1]), Self.good()]).isEmpty)
    let guess = Self.card(["front"], [.idNumber: "001190000017", .dateOfBirth: "1991-02-02"])
    #expect(found([Self.picture(1, [guess], flaws: [1]), Self.good()]).count == 1)
  }

  @Test("both sides in one picture are superseded by two pictures, one of each, and not by one alone")
  func bothSides() {
    let both = Self.picture(1, [Self.card(["front", "back"], [.idNumber: "001190000017"])], flaws: [1])
    #expect(found([both, Self.good()]).isEmpty)
    #expect(
      found([both, Self.good(), Self.good(["back"], ordinal: 3)]) == ["1:1 superseded by documents 2, 3"])
  }

  @Test("a receipt is known by its number, or by sum and date")
  func receipts() {
    func receipt(_ ordinal: Int, _ fields: [FieldName: String], flaws: [Int?] = []) -> Picture {
      let confidence = flaws.isEmpty ? 0.95 : 0.5
      let part = Part(
        kind: .receipt, pages: [1], fields: Self.card(nil, fields, confidence: confidence).fields)
      return Self.picture(ordinal, version: ordinal, [part], flaws: flaws)
    }
    let good = receipt(2, [.number: "0000123", .total: "20000", .date: "2026-11-02"])
    #expect(found([receipt(1, [.number: "0000123"], flaws: [1]), good]).count == 1)
    #expect(found([receipt(1, [.total: "20000", .date: "2026-11-02"], flaws: [1]), good]).count == 1)
    #expect(found([receipt(1, [.total: "20000"], flaws: [1]), good]).isEmpty)
    #expect(found([receipt(1, [.number: "0000999", .total: "20000"], flaws: [1]), good]).isEmpty)
  }

  static let unread = picture(1, [], flaws: [1])

  @Test("what shows nothing at all is settled by a new paper of a supplement, where the dossier is complete with it")
  func standIn() {
    let asked = [DossierRulesTests.required(.idCard)]
    #expect(found([Self.unread, Self.good()], asked) == ["1:1 superseded by document 2?"])
    #expect(found([Self.unread, Self.good()], asked + [DossierRulesTests.required(.receipt)]).isEmpty)
    #expect(found([Self.unread, Self.good()], [DossierRulesTests.required(.form)]).isEmpty, "it may be the form")
    let together = Self.picture(2, version: 1, Self.good().parts)
    #expect(found([Self.unread, together], asked).isEmpty, "sent beside it, it is another paper")
    #expect(found([Self.unread, Self.picture(2, version: 2, [])], []).isEmpty, "nothing was read of either")
  }

  @Test("a paper that was there before stands in for nothing, and each new one for one picture only")
  func standInOnce() {
    let before = Self.picture(1, Self.good().parts)
    let unread = Self.picture(2, [], flaws: [1])
    #expect(found([before, unread, Self.good(ordinal: 3)]).isEmpty)
    #expect(
      found([before, unread, Self.good(["back"], ordinal: 3)]) == ["2:1 superseded by document 3?"])
    let two = [Self.unread, unread, Self.good(ordinal: 3)]
    #expect(found(two) == ["1:1 superseded by document 3?"])
    let lostBack = Self.picture(2, [Self.card(["back"], [:])], flaws: [1])
    #expect(found([lostBack, Self.good(ordinal: 3)]).isEmpty, "a front is no back")
  }

  @Test("of several papers on a page nobody can tell which one was taken again")
  func several() {
    let sheet = Self.picture(
      1, [Self.card(["front"], [.idNumber: "001190000017"]), Self.card(["front"], [:])], flaws: [1])
    #expect(found([sheet, Self.good()]).isEmpty)
  }

  @Test("the words of a supersession are read back, and no others")
  func words() {
    for documents in [[2], [2, 11]] {
      let written = Supersession(by: documents)
      #expect(Supersession(written.description) == written)
    }
    for text in ["supplement", "superseded by document", "superseded by document x", "Nguyễn Văn A"] {
      #expect(Supersession(text) == nil)
    }
  }
}
