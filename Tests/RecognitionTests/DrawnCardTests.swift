import Dossiers
import Foundation
import Media
import Recognition
import Testing

/// Invented people on cards drawn here, with the machine's own fonts.
@Suite("Cards drawn for the test", .serialized) struct DrawnCardTests {
  private func read(_ card: DrawnCard, isCopy: Bool = false) throws -> CardReading {
    try read(try #require(card.picture(isBlackAndWhite: isCopy)), isCopy: isCopy)
  }

  private func read(_ colour: ColourImage, isCopy: Bool = false) throws -> CardReading {
    setenv("OMP_THREAD_LIMIT", "1", 0)
    let vietnamese = try TextEngine(languages: ["vie"], dataPath: nil)
    let reader = CardReader(vietnamese: vietnamese, english: try TextEngine(languages: ["eng"], dataPath: nil))
    let picture = PagePicture(page: 1, colour: colour)
    let regions = DocumentLocator().locate(picture)
    let text = isCopy ? [try PageTextReader(engine: vietnamese).read(picture.grey, dotsPerInch: 300)] : []
    return CardAssembly.assemble(
      try reader.read(
        picture, regions: regions, barcodes: BarcodeReader().read(picture, regions: regions), text: text))
  }

  /// All that the front of a card of 2021 says of an invented person, without its code.
  private func drawFront(on card: DrawnCard) {
    card.text("CĂN CƯỚC CÔNG DÂN", x: 0.31, y: 0.158, size: 0.03, bold: true)
    card.text("Citizen Identity Card", x: 0.41, y: 0.187, size: 0.015)
    card.text("Số / No.:", x: 0.29, y: 0.216, size: 0.0165)
    card.text("040190000017", x: 0.4, y: 0.216, size: 0.03, bold: true)
    card.text("Họ và tên / Full name:", x: 0.29, y: 0.252, size: 0.0165)
    card.text("ĐINH MINH HẰNG", x: 0.29, y: 0.284, size: 0.0225, bold: true)
    let birth = card.text("Ngày sinh / Date of birth:", x: 0.29, y: 0.322, size: 0.0165)
    card.text("17/06/1990", x: birth + 0.03, y: 0.322, size: 0.02)
    let sex = card.text("Giới tính / Sex:", x: 0.29, y: 0.357, size: 0.0165)
    card.text("Nữ", x: sex + 0.03, y: 0.357, size: 0.02)
    let nation = card.text("Quốc tịch / Nationality:", x: 0.565, y: 0.357, size: 0.0165)
    card.text("Việt Nam", x: nation + 0.02, y: 0.357, size: 0.02)
    card.text("Quê quán / Place of origin:", x: 0.29, y: 0.395, size: 0.0165)
    card.text("Tủa Chùa, Điện Biên", x: 0.29, y: 0.422, size: 0.02)
    let home = card.text("Nơi thường trú / Place of residence:", x: 0.29, y: 0.479, size: 0.0165)
    card.text("Thôn 3, Phú Thành, Lạc", x: home + 0.03, y: 0.479, size: 0.02)
    card.text("Thủy, Hòa Bình", x: 0.29, y: 0.511, size: 0.02)
    let end = card.text("Có giá trị đến:", x: 0.042, y: 0.545, size: 0.0135)
    card.text("17/06/2030", x: end + 0.01, y: 0.545, size: 0.016)
  }

  @Test("a front without a code: rows of an address are joined, birthday and expiry vouch for each other")
  func front() throws {
    let card = DrawnCard(page: (1400, 1000), cardWidth: 1150, left: 120, top: 130, ground: true)
    drawFront(on: card)
    let part = try #require(try read(card).parts.first)
    #expect(part.fields[.idNumber]?.value.string == "040190000017")
    #expect(part.fields[.fullName]?.value.string == "ĐINH MINH HẰNG")
    #expect(part.fields[.placeOfResidence]?.value.string == "Thôn 3, Phú Thành, Lạc Thủy, Hòa Bình")
    for (name, day) in [(FieldName.dateOfBirth, "1990-06-17"), (.dateOfExpiry, "2030-06-17")] {
      let field = try #require(part.fields[name])
      #expect(field.value.string == day)
      #expect(field.confidence >= 0.98)
      #expect(!field.verified)
    }
  }

  @Test("of a card that the picture cuts off, what is visible is read, and the sender is told to show all of it")
  func cutFront() throws {
    let card = DrawnCard(page: (1200, 1000), cardWidth: 1150, left: -92, top: 130, ground: true)
    drawFront(on: card)
    let reading = try read(card)
    let part = try #require(reading.parts.first)
    #expect(part.fields[.idNumber]?.value.string == "040190000017")
    #expect(part.fields[.fullName]?.value.string == "ĐINH MINH HẰNG")
    #expect(part.fields[.placeOfResidence]?.value.string == "Thôn 3, Phú Thành, Lạc Thủy, Hòa Bình")
    #expect(part.fields[.dateOfExpiry] == nil)
    #expect(reading.problems.map(\.code) == [.readingCutOff])
    #expect(reading.problems.allSatisfy { $0.remedy.vi.contains("đủ bốn góc") })
  }

  @Test("a copy on a sheet that lies on a table is read where its labels stand, not across the sheet")
  func copyOnTable() throws {
    let card = DrawnCard(page: (1700, 1200), cardWidth: 1000, left: 350, top: 270, ground: false)
    drawFront(on: card)
    var colour = try #require(card.picture())
    for y in 0..<1200 {
      for x in 0..<1700 where x < 160 || x > 1540 || y < 130 || y > 1080 {
        for channel in 0..<3 { colour.pixels[3 * (y * 1700 + x) + channel] = [110, 70, 40][channel] }
      }
    }
    let part = try #require(try read(colour).parts.first)
    #expect(part.fields[.idNumber]?.value.string == "040190000017")
    #expect(part.fields[.fullName]?.value.string == "ĐINH MINH HẰNG")
    #expect(part.fields[.placeOfOrigin]?.value.string == "Tủa Chùa, Điện Biên")
    #expect(part.fields[.placeOfResidence]?.value.string == "Thôn 3, Phú Thành, Lạc Thủy, Hòa Bình")
  }

  /// The print of a back of 2021, without its zone.
  private func drawBack(on card: DrawnCard) {
    card.text("Đặc điểm nhận dạng / Personal identification:", x: 0.051, y: 0.048, size: 0.018)
    card.text("Sẹo chấm C: 2cm trên sau đuôi mày trái", x: 0.051, y: 0.078, size: 0.021)
    let issue = card.text("Ngày, tháng, năm / Date, month, year:", x: 0.051, y: 0.138, size: 0.018)
    card.text("09/02/2024", x: issue + 0.02, y: 0.138, size: 0.021)
    card.text("CỤC TRƯỞNG CỤC CẢNH SÁT", x: 0.051, y: 0.178, size: 0.018, bold: true)
    card.text("QUẢN LÝ HÀNH CHÍNH VỀ TRẬT TỰ XÃ HỘI", x: 0.051, y: 0.204, size: 0.018, bold: true)
  }

  @Test("a back copied in black and white is found by its zone, though no edge of the card shows")
  func copiedBack() throws {
    let card = DrawnCard(page: (2000, 1400), cardWidth: 1011, left: 480, top: 320, ground: false)
    drawBack(on: card)
    card.zone(["IDVNM1900000174001190000017<<5", "9001011F3001019VNM<<<<<<<<<<<2", "NGUYEN<<THI<KIM<MAU<<<<<<<<<<<"])

    let reading = try read(card, isCopy: true)
    let part = try #require(reading.parts.first)
    #expect(reading.parts.count == 1)
    #expect(part.sides == ["back"])
    #expect(part.fields[.idNumber]?.value.string == "001190000017")
    #expect(part.fields[.idNumber]?.verified == true)
    #expect(part.fields[.fullNameASCII]?.value.string == "NGUYEN THI KIM MAU")
    #expect(part.fields[.dateOfIssue]?.value.string == "2024-02-09")
  }

  @Test("a back whose number is covered: the rest of its zone is read, and a better picture asked for")
  func coveredNumber() throws {
    let card = DrawnCard(page: (1400, 1000), cardWidth: 1150, left: 120, top: 130, ground: true)
    drawBack(on: card)
    card.zone(["", "9001011F3001019VNM<<<<<<<<<<<2", "NGUYEN<<THI<KIM<MAU<<<<<<<<<<<"])
    let reading = try read(card)
    let part = try #require(reading.parts.first)
    #expect(part.fields[.idNumber] == nil)
    #expect(part.fields[.dateOfBirth]?.value.string == "1990-01-01")
    #expect(part.fields[.dateOfBirth]?.verified == false)
    #expect(part.fields[.dateOfIssue]?.value.string == "2024-02-09")
    #expect(reading.problems.map(\.code) == [.readingCovered])
  }
}
