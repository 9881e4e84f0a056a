import Recognition
import Testing

/// Invented people; ICAO's own specimen for other countries.
@Suite("Machine-readable zones") struct MRZParserTests {
  static let card = [
    "IDVNM1900000174001190000017<<5", "9001011F3001019VNM<<<<<<<<<<<2", "NGUYEN<<THI<MAU<<<<<<<<<<<<<<<",
  ]

  @Test("a Vietnamese card's zone passes all of its digits and tells its fields")
  func vietnameseCard() throws {
    let zone = try #require(MRZParser.parse(Self.card))
    #expect(zone.isValid)
    #expect(zone.passed.isSuperset(of: [.number, .copies, .personalNumber, .birth, .expiry, .composite]))
    #expect(zone.repairs == 0)
    #expect(zone.personalNumber == "001190000017")
    #expect(zone.birthDigits == "900101")
    #expect(zone.sex == "F")
    #expect(zone.expiryDigits == "300101")
    #expect(zone.fullName == "NGUYEN THI MAU")
  }

  @Test("letters in digit places, and fillers lost at the end of a line, do no harm")
  func lookAlikes() throws {
    let zone = try #require(
      MRZParser.parse(["IDVNM19OOOOO174001190000017<5", "9001011F30010I9VNM<<<<<<<2", "NGUYEN<<THI<MAU<<<"]))
    #expect(zone.personalNumber == "001190000017")
    #expect(zone.passed.isSuperset(of: [.number, .copies, .personalNumber, .birth, .expiry]))
    #expect(zone.repairs == 6)
  }

  @Test("between two copies of the number that differ, the check digits choose")
  func copiesDiffer() throws {
    let zone = try #require(MRZParser.parse(["IDVNM1900000774001190000017<<5", Self.card[1], Self.card[2]]))
    #expect(zone.personalNumber == "001190000017")
    #expect(zone.passed.contains(.copies))
    #expect(zone.repairs == 1)
  }

  @Test(
    "a wrong number is never called valid",
    arguments: [
      "IDVNM1900000274001190000027<<5", "IDVNM1900000174001190000017<<6", "IDVNM1900000184001190000017<<5",
      "IDVNM1900010174001190010017<<5",
    ])
  func wrongNumber(line: String) throws {
    let zone = try #require(MRZParser.parse([line, Self.card[1], Self.card[2]]))
    if zone.personalNumber != "001190000017" {
      #expect(zone.failed.contains(.number))
      #expect(!zone.isValid)
    } else if line.hasSuffix("6") {
      #expect(!zone.passed.contains(.personalNumber))
    }
  }

  @Test("a wrong birth or expiry date fails by its own digit alone")
  func wrongDates() throws {
    let zone = try #require(MRZParser.parse([Self.card[0], "9002011F3001019VNM<<<<<<<<<<<2", Self.card[2]]))
    #expect(zone.failed.contains(.birth))
    #expect(zone.passed.contains(.expiry))
    #expect(zone.passed.contains(.number))
    #expect(!zone.isValid)
  }

  @Test("ICAO's specimens of every size are read and valid")
  func specimens() throws {
    let passport = try #require(
      MRZParser.parse(["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"]))
    #expect(passport.format == .td3)
    #expect(passport.isValid)
    #expect(passport.number == "L898902C3")
    #expect(passport.surname == "ERIKSSON")
    #expect(passport.givenNames == "ANNA MARIA")
    let card = try #require(
      MRZParser.parse([
        "I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<",
      ]))
    #expect(card.format == .td1)
    #expect(card.isValid)
    #expect(!card.isVietnameseCard)
    let larger = try #require(
      MRZParser.parse(["I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6"]))
    #expect(larger.format == .td2)
    #expect(larger.isValid)
    let visa = try #require(
      MRZParser.parse(["V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L8988901C4XXX4009078F96121096ZE184226B<<<<<<"]))
    #expect(visa.format == .mrvA)
    #expect(visa.isValid)
  }

  @Test("a number in doubt is mended only when one change alone passes")
  func mending() throws {
    let zone = try #require(
      MRZParser.parse(["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L8989O2C36UTO7408122F1204159ZE184226B<<<<<10"]))
    #expect(zone.number == "L898902C3")
    #expect(zone.repairs == 1)
    #expect(zone.isValid)
  }

  @Test("text that is no zone yields none", arguments: [["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], [], ["<<<<", "12"]])
  func noZone(lines: [String]) {
    #expect(MRZParser.parse(lines) == nil)
  }
}
