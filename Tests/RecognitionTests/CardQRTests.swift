import Recognition
import Testing

@Suite("QR codes of citizen cards") struct CardQRTests {
  @Test("seven fields are a card of 2021")
  func seven() throws {
    let card = try #require(CardQR("001190000017|012345678|Nguyễn Thị Mẫu|01011990|Nữ|Thôn 3, Xã A, Hà Nội|15092021"))
    #expect(card.number == "001190000017")
    #expect(card.oldNumber == "012345678")
    #expect(card.name == "Nguyễn Thị Mẫu")
    #expect(card.dateOfBirth == "1990-01-01")
    #expect(card.sex == "Nữ")
    #expect(card.residence == "Thôn 3, Xã A, Hà Nội")
    #expect(card.dateOfIssue == "2021-09-15")
    #expect(!card.isOf2024)
  }

  @Test("eleven fields are a card of 2024, empty ones keep their place")
  func eleven() throws {
    let card = try #require(CardQR("001190000017||Nguyễn Thị Mẫu|01011990|Nữ|Thôn 3, Xã A, Hà Nội|15092024||||"))
    #expect(card.oldNumber == nil)
    #expect(card.additional == ["", "", "", ""])
    #expect(card.isOf2024)
  }

  @Test(
    "anything else is no card",
    arguments: [
      "", "https://example.org/t/1?k=a", "001190000017|Nguyễn Thị Mẫu|01011990|Nữ|Thôn 3|15092024",
      "00119000001||Nguyễn Thị Mẫu|01011990|Nữ|Thôn 3|15092024",
      "001190000017||Nguyễn Thị Mẫu|31021990|Nữ|Thôn 3|15092024",
      "001190000017||Nguyễn Thị Mẫu|01011990|nu|Thôn 3|15092024",
      "001190000017||Nguyễn Thị Mẫu|01011990|Nữ|Thôn 3|15131989",
      "001190000017|12345|Nguyễn Thị Mẫu|01011990|Nữ|Thôn 3|15092024", "001190000017||  |01011990|Nữ|Thôn 3|15092024",
      "001190000017||Nguyễn Thị Mẫu|01012030|Nữ|Thôn 3|15092024",
    ])
  func others(text: String) {
    #expect(CardQR(text) == nil)
  }

  @Test(
    "dates must exist",
    arguments: [("29022024", "2024-02-29"), ("29022023", nil), ("00012020", nil), ("31122020", "2020-12-31")])
  func dates(digits: String, iso: String?) {
    #expect(CardDate(dayFirst: digits)?.iso == iso)
  }
}
