import Dossiers
import Testing

@Suite struct PeopleTests {
  /// A card part; a value with `!` at its end is verified.
  static func card(
    _ document: Int, _ side: String?, _ fields: [FieldName: String], kind: Part.Kind = .idCard
  ) -> People.Reading {
    let read = fields.mapValues { text in
      let isSure = text.hasSuffix("!")
      return Field(
        value: .string(isSure ? String(text.dropLast()) : text), confidence: isSure ? 0.99 : 0.8, source: .ocr,
        verified: isSure, page: 1)
    }
    return People.Reading(
      place: Person.Place(document: document, part: 0), documentName: "\(document).jpg",
      part: Part(kind: kind, sides: side.map { [$0] }, pages: [1], fields: read))
  }

  static let mau = "001190000017!"
  static let tung = "079085000023!"

  @Test("front and back of one card are one person, with the best of both readings")
  func sides() {
    let people = People([
      Self.card(1, "front", [.idNumber: "001190000017", .fullName: "NGUYỄN THỊ MẪU", .dateOfBirth: "1990-01-07"]),
      Self.card(2, "back", [.idNumber: Self.mau, .dateOfBirth: "1990-01-01!", .fullNameASCII: "NGUYEN THI MAU"]),
    ])
    #expect(people.persons.count == 1)
    #expect(people.persons[0].sides == ["front", "back"])
    #expect(people.persons[0].places.map(\.document) == [1, 2])
    #expect(people.persons[0].fields[.dateOfBirth]?.value == "1990-01-01")
    #expect(people.persons[0].fields[.fullName]?.value == "NGUYỄN THỊ MẪU")
    // The unverified birth date differs: a misreading, no conflict.
    #expect(people.problems.isEmpty)
  }

  @Test("several people are no conflict")
  func several() {
    let people = People([
      Self.card(1, "front", [.idNumber: Self.mau, .dateOfBirth: "1990-01-01!"]),
      Self.card(2, "back", [.idNumber: Self.mau]),
      Self.card(3, "front", [.idNumber: Self.tung, .dateOfBirth: "1985-05-05!"]),
      Self.card(4, nil, [.total: "15000"], kind: .receipt),
    ])
    #expect(people.persons.map(\.number) == ["001190000017", "079085000023"])
    #expect(people.problems.isEmpty)
  }

  @Test(
    "one number with two sure birth dates or names is a conflict that names both",
    arguments: [
      (FieldName.dateOfBirth, "1990-01-01!", "1990-01-02!", ["01/01/1990", "02/01/1990"]),
      (.fullName, "NGUYỄN THỊ MẪU!", "TRẦN THỊ MẪU!", ["NGUYỄN THỊ MẪU", "TRẦN THỊ MẪU"]),
      (.sex, "Nam!", "Nữ!", ["Nam", "Nữ"]),
    ])
  func conflict(field: FieldName, first: String, second: String, named: [String]) {
    let people = People([
      Self.card(1, "front", [.idNumber: Self.mau, field: first]),
      Self.card(2, "back", [.idNumber: Self.mau, field: second]),
    ])
    #expect(people.persons.count == 1)
    #expect(people.problems.map(\.code) == [.identityConflict])
    #expect(people.problems.first?.severity == .review)
    for word in named + ["001190000017", "1.jpg", "2.jpg"] {
      #expect(people.problems.first?.message.vi.contains(word) == true)
      #expect(people.problems.first?.message.en.contains(word) == true)
    }
  }

  @Test("names that differ only in diacritics or case are one name")
  func diacritics() {
    let people = People([
      Self.card(1, "front", [.idNumber: Self.mau, .fullName: "NGUYỄN THỊ MẪU!"]),
      Self.card(2, "back", [.idNumber: Self.mau, .fullName: "Nguyen Thi Mau!"]),
    ])
    #expect(people.problems.isEmpty)
  }

  @Test("a misread digit makes no second person, a different birth date does")
  func misread() {
    let misread = Self.card(1, "front", [.idNumber: "001190000077", .dateOfBirth: "1990-01-01"])
    let back = Self.card(2, "back", [.idNumber: Self.mau, .dateOfBirth: "1990-01-01!"])
    #expect(People([misread, back]).persons.map(\.number) == ["001190000017"])
    let sister = Self.card(1, "front", [.idNumber: "001190000018", .dateOfBirth: "1990-06-06"])
    #expect(People([sister, back]).persons.count == 2)
    let sure = Self.card(1, "front", [.idNumber: "001190000018!"])
    #expect(People([sure, Self.card(2, "front", [.idNumber: Self.mau])]).persons.count == 2)
  }

  @Test("an old card belongs to the person whose new card names its number", arguments: [false, true])
  func oldNumber(reversed: Bool) {
    let cards = [
      Self.card(1, "front", [.idNumber: Self.mau, .oldIDNumber: "123456789!"]),
      Self.card(2, "front", [.idNumber: "123456789"]),
    ]
    let people = People(reversed ? cards.reversed() : cards)
    #expect(people.persons.map(\.number) == ["001190000017"])
    #expect(people.problems.isEmpty)
  }

  @Test("a side without a number joins the one person of its document")
  func namelessSide() {
    let back = Self.card(1, "back", [.dateOfIssue: "2020-02-02"])
    let alone = People([Self.card(1, "front", [.idNumber: "001190000017"]), back])
    #expect(alone.persons.count == 1)
    #expect(alone.persons[0].sides == ["front", "back"])
    let two = People([
      Self.card(1, "front", [.idNumber: Self.mau]), Self.card(1, "front", [.idNumber: Self.tung]), back,
    ])
    #expect(two.persons.count == 3)
    #expect(two.persons.contains { $0.number == nil })
    let elsewhere = People([Self.card(2, "front", [.idNumber: Self.mau]), back])
    #expect(elsewhere.persons.count == 2)
  }

  @Test("a front of one person and a back of another are a conflict, if both are sure")
  func mixedSides() {
    let front = Self.card(1, "front", [.idNumber: Self.mau])
    let people = People([front, Self.card(2, "back", [.idNumber: Self.tung])])
    #expect(people.problems.map(\.code) == [.identityConflict])
    #expect(people.problems[0].message.vi.contains("001190000017"))
    #expect(people.problems[0].message.vi.contains("079085000023"))
    let unsure = People([front, Self.card(2, "back", [.idNumber: "079085000023"])])
    #expect(unsure.problems.isEmpty)
    let complete = People([
      front, Self.card(2, "back", [.idNumber: Self.mau]), Self.card(3, "back", [.idNumber: Self.tung]),
    ])
    #expect(complete.problems.isEmpty)
  }
}
