import Dossiers
import Foundation
import Testing

@Suite struct CodeTests {
  @Test(
    "codes of both forms are read and printed alike",
    arguments: [
      ("H57.132-260804-0583", "H57.132", "2026-08-04", 583),
      ("000.00.16.H60-200817-0003", "000.00.16.H60", "2020-08-17", 3),
      ("H26-240229-12345", "H26", "2024-02-29", 12345), ("H26.1.22.333-260101-0001", "H26.1.22.333", "2026-01-01", 1),
    ])
  func codes(text: String, agency: String, day: String, serial: Int) throws {
    let code = try #require(DossierCode(text))
    #expect(code.agency.rawValue == agency)
    #expect(code.day.iso == day)
    #expect(code.serial == serial)
    #expect(code.description == text)
    let decoded = try JSONDecoder().decode([DossierCode].self, from: JSONEncoder().encode([code]))
    #expect(decoded == [code])
  }

  @Test(
    "what is no code is not taken for one",
    arguments: [
      "", "H57.132-260804", "H57.132-260804-583", "H57.132-261304-0583", "H57.132-260230-0583", "h57.132-260804-0583",
      "H57.1322-260804-0583", "H57..1-260804-0583", "H5-260804-0583", "57-260804-0583", "H57.132-260804-0000",
      "H57.132-260804-00583", "H57.132-260804-0583-1", "00.00.16.H60-200817-0003", "000.00.16-200817-0003",
      "H57.132-260804-٠٥٨٣", "H57.132-260804-99999999999999999999",
      "H57.132.132.132.132.132.132.132.132.1-260804-0583",
    ])
  func badCodes(text: String) {
    #expect(DossierCode(text) == nil)
  }

  @Test(
    "a code is found however a person types it",
    arguments: ["h57.132-260804-0583", " H57.132 - 260804 - 0583\n", "H57.132–260804—0583"])
  func typed(text: String) {
    #expect(DossierCode(typed: text)?.description == "H57.132-260804-0583")
  }

  @Test("agency codes tell their form", arguments: [("H26.1", AgencyCode.Form.new), ("000.00.16.H60", .old)])
  func agencies(text: String, form: AgencyCode.Form) {
    #expect(AgencyCode(text)?.form == form)
  }

  @Test(
    "an identification number tells place, year and sex",
    arguments: [
      ("001190000017", "Hà Nội", 1990, Sex.female), ("079200000016", "Hồ Chí Minh", 2000, .male),
      ("096375000001", "Cà Mau", 2075, .female), ("048085123456", "Đà Nẵng", 1985, .male),
      ("001999000017", "Hà Nội", 2399, .female),
    ])
  func numbers(text: String, province: String, year: Int, sex: Sex) throws {
    let number = try #require(IdentityNumber(text))
    #expect(number.province?.name == province)
    #expect(number.birthYear == year)
    #expect(number.sex == sex)
  }

  @Test("63 provinces are known, and no other code", arguments: ["003", "005", "097", "999", "000"])
  func provinces(code: String) {
    #expect(Province.all.count == 63)
    #expect(Set(Province.all.map(\.name)).count == 63)
    #expect(Province(code: code) == nil)
  }

  @Test(
    "twelve digits and nothing else are a number",
    arguments: ["", "00119000001", "0011900000171", "00119000001O", "٠٠١١٩٠٠٠٠٠١٧"])
  func badNumbers(text: String) {
    #expect(IdentityNumber(text) == nil)
  }

  @Test("a number that does not go with birth date and sex is found out")
  func contradictions() throws {
    let number = try #require(IdentityNumber("001190000017"))
    #expect(number.contradictions(dateOfBirth: CivilDate(iso: "1990-01-01"), sex: .female).isEmpty)
    #expect(number.contradictions(dateOfBirth: nil, sex: nil).isEmpty)
    #expect(
      number.contradictions(dateOfBirth: CivilDate(iso: "1991-01-01"), sex: .male) == [
        .birthYear(number: 1990, read: 1991), .sex(number: .female, read: .male),
      ])
  }

  @Test(
    "sums are printed as forms print them, and spelled as people say them",
    arguments: [
      (0, "0 đồng", "Không đồng"), (5, "5 đồng", "Năm đồng"), (10, "10 đồng", "Mười đồng"),
      (15, "15 đồng", "Mười lăm đồng"),
      (21, "21 đồng", "Hai mươi mốt đồng"), (24, "24 đồng", "Hai mươi tư đồng"), (55, "55 đồng", "Năm mươi lăm đồng"),
      (14, "14 đồng", "Mười bốn đồng"), (11, "11 đồng", "Mười một đồng"), (105, "105 đồng", "Một trăm linh năm đồng"),
      (110, "110 đồng", "Một trăm mười đồng"), (1_000, "1.000 đồng", "Một nghìn đồng"),
      (1_005, "1.005 đồng", "Một nghìn không trăm linh năm đồng"), (15_000, "15.000 đồng", "Mười lăm nghìn đồng"),
      (1_350_000, "1.350.000 đồng", "Một triệu ba trăm năm mươi nghìn đồng"),
      (1_005_000, "1.005.000 đồng", "Một triệu không trăm linh năm nghìn đồng"),
      (2_000_000_000, "2.000.000.000 đồng", "Hai tỷ đồng"),
      (1_000_000_000_000, "1.000.000.000.000 đồng", "Một nghìn tỷ đồng"),
      (1_000_000_000_015, "1.000.000.000.015 đồng", "Một nghìn tỷ không trăm mười lăm đồng"),
      (-1_500, "-1.500 đồng", "Âm một nghìn năm trăm đồng"),
    ] as [(Int64, String, String)])
  func dong(amount: Int64, figures: String, words: String) {
    #expect(Dong.figures(amount) == figures)
    #expect(Dong.words(amount) == words)
    #expect(Array(Dong.words(amount).utf8) == Array(Dong.words(amount).nfc.utf8))
  }

  @Test("the largest sums have words", arguments: [Int64.max, Int64.min])
  func largest(amount: Int64) {
    #expect(Dong.words(amount).hasSuffix("đồng"))
  }

  @Test("names lose their diacritics and nothing else")
  func names() {
    #expect(PersonName.ascii("  Nguyễn  Thị Mẫu ") == "NGUYEN THI MAU")
    #expect("Đỗ Văn Đ".withoutDiacritics == "Do Van D")
    #expect("a^b`c~d·e".withoutDiacritics == "a^b`c~d·e")
    #expect(
      PersonName.printed("nguyễn thị mẫu".decomposedStringWithCanonicalMapping).utf8.elementsEqual(
        "NGUYỄN THỊ MẪU".utf8))
    #expect("Nữ".decomposedStringWithCanonicalMapping.nfc.utf8.elementsEqual("Nữ".utf8))
  }

  @Test("names agree but for diacritics, case and an MRZ's end")
  func nameAgreement() {
    #expect(PersonName.agree("NGUYỄN THỊ MẪU", "Nguyen Thi Mau"))
    #expect(!PersonName.agree("NGUYỄN THỊ MẪU", "NGUYỄN THỊ MẬN"))
    #expect(!PersonName.agree("NGUYỄN THỊ", "NGUYỄN THỊ MẪU"))
    let long = "CÔNG TẰNG TÔN NỮ THỊ HOÀNG ANH PHƯƠNG"
    #expect(PersonName.agree(long, String(PersonName.ascii(long).prefix(29))))
  }

  @Test("sex and nationality are read in every spelling of cards")
  func words() {
    #expect(Sex("Nữ".decomposedStringWithCanonicalMapping) == .female)
    #expect(Sex("NAM") == .male && Sex("F") == .female && Sex("M") == .male && Sex("X") == nil)
    #expect(Nationality.vietnamese("VNM") == "Việt Nam" && Nationality.vietnamese("VIỆT NAM") == "Việt Nam")
    #expect(Nationality.vietnamese("LAO") == nil)
  }
}
