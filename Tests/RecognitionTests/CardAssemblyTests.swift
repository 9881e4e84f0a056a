import Dossiers
import Recognition
import Testing

@Suite("Sides of cards brought together") struct CardAssemblyTests {
  private func side(
    _ face: CardSide.Side?, page: Int = 1, variant: String? = "cccd-2021", _ values: [FieldName: String],
    confidence: Double = 0.999, verified: Bool = true, source: Field.Source = .qr
  ) -> CardSide {
    let region = LocatedRegion(page: page, quad: Quad(width: 100, height: 63), filled: 1, isWholePage: false)
    return CardSide(
      region: region, variant: variant, side: face,
      fields: values.mapValues {
        Field(value: .string($0), confidence: confidence, source: source, verified: verified, page: page)
      }, problems: [])
  }

  @Test("front and back with one number are one person's card")
  func oneCard() {
    let reading = CardAssembly.assemble([
      side(.front, [.idNumber: "001190000017", .fullName: "NGUYỄN THỊ MẪU"]),
      side(.back, page: 2, [.idNumber: "001190000017", .fullNameASCII: "NGUYEN THI MAU"], source: .mrz),
    ])
    #expect(reading.parts.count == 1)
    #expect(reading.parts.first?.sides == ["front", "back"])
    #expect(reading.parts.first?.pages == [1, 2])
    #expect(reading.parts.first?.fields[.fullName]?.page == 1)
    #expect(reading.problems.isEmpty)
  }

  @Test(
    "a number that goes with neither birth year nor sex is told, whichever sides they stand on",
    arguments: [
      ([.dateOfBirth: "1990-01-01", .sex: "Nữ"], 0), ([.dateOfBirth: "1991-01-01", .sex: "Nữ"], 1),
      ([.dateOfBirth: "1990-01-01", .sex: "Nam"], 1), ([.dateOfBirth: "1991-01-01", .sex: "Nam"], 2), ([:], 0),
    ] as [([FieldName: String], Int)])
  func contradictions(front: [FieldName: String], count: Int) {
    let reading = CardAssembly.assemble([
      side(.front, front.merging([.fullName: "NGUYỄN THỊ MẪU", .idNumber: "001190000017"]) { $1 }, source: .ocr),
      side(.back, page: 2, [.idNumber: "001190000017"], source: .mrz),
    ])
    #expect(reading.problems.map(\.code.rawValue) == Array(repeating: "identity.number-mismatch", count: count))
  }

  @Test("two people on one page stay apart, without a conflict")
  func twoPeople() {
    let reading = CardAssembly.assemble([
      side(.front, [.idNumber: "001190000017", .fullName: "NGUYỄN THỊ MẪU"]),
      side(.front, [.idNumber: "001085000021", .fullName: "TRẦN VĂN THỬ"]),
    ])
    #expect(reading.parts.count == 2)
    #expect(reading.problems.isEmpty)
  }

  @Test("a side without a number joins the only card that lacks it")
  func numberless() {
    let reading = CardAssembly.assemble([
      side(.back, variant: "cmnd", [.dateOfIssue: "2012-05-04"], confidence: 0.9, verified: false, source: .ocr),
      side(.front, variant: "cmnd", [.idNumber: "012345678"], confidence: 0.9, verified: false, source: .ocr),
    ])
    #expect(reading.parts.count == 1)
    #expect(reading.parts.first?.fields[.dateOfIssue]?.value.string == "2012-05-04")
  }

  @Test("a number that differs in one digit is one person and a conflict that names both readings")
  func conflict() throws {
    let reading = CardAssembly.assemble([
      side(
        .front, [.idNumber: "001190000011", .dateOfBirth: "1990-01-01"], confidence: 0.9, verified: false, source: .ocr),
      side(.back, [.idNumber: "001190000017", .dateOfBirth: "1990-01-01"], source: .mrz),
    ])
    #expect(reading.parts.count == 1)
    // What the check digits vouch for wins the field; the other is named.
    #expect(reading.parts.first?.fields[.idNumber]?.value.string == "001190000017")
    let problem = try #require(reading.problems.first)
    #expect(problem.code == .identityConflict)
    #expect(problem.severity == .review)
    for text in [problem.message.vi, problem.message.en] {
      #expect(text.contains("001190000011"))
      #expect(text.contains("001190000017"))
    }
  }

  @Test("another person's name on the back is a conflict, accents and case are not")
  func names() {
    let front = side(.front, [.idNumber: "001190000017", .fullName: "NGUYỄN THỊ MẪU"])
    let same = side(.back, [.idNumber: "001190000017", .fullNameASCII: "NGUYEN THI MAU"], source: .mrz)
    let other = side(.back, [.idNumber: "001190000017", .fullNameASCII: "PHAM QUOC KHANH"], source: .mrz)
    #expect(CardAssembly.assemble([front, same]).problems.isEmpty)
    #expect(CardAssembly.assemble([front, other]).problems.map(\.code) == [.identityConflict])
  }

  @Test("a code tells a card's generation better than the print of its front")
  func generation() {
    let reading = CardAssembly.assemble([
      side(.front, variant: "cccd-2021", [.idNumber: "001190000017"], confidence: 0.9, verified: false, source: .ocr),
      side(.back, variant: "can-cuoc-2024", [.idNumber: "001190000017", .qr: "001190000017||…"]),
    ])
    #expect(reading.parts.map(\.variant) == ["can-cuoc-2024"])
  }
}
