/// The card parts that belong to one person, while they are being gathered.
struct CardGroup {
  var readings: [People.Reading]

  /// Two for a verified number, one for an unverified, none for no number.
  static func sureness(_ reading: People.Reading) -> Int {
    reading.part.fields[.idNumber].map { $0.verified ? 2 : 1 } ?? 0
  }

  /// Surer numbers first; among equals in the order of the dossier.
  static func isSurer(_ left: People.Reading, than right: People.Reading) -> Bool {
    (-sureness(left), left.place.document, left.place.part) < (-sureness(right), right.place.document, right.place.part)
  }

  /// The surest number of the group.
  var number: String? {
    readings.max { Self.sureness($0) < Self.sureness($1) }?.part.fields[.idNumber]?.value.string
  }

  var hasVerifiedNumber: Bool { readings.contains { Self.sureness($0) == 2 } }

  /// Whether a card part is this person's.
  func takes(_ reading: People.Reading) -> Bool {
    guard let number, let other = reading.part.fields[.idNumber]?.value.string else { return false }
    if number == other { return true }
    // The code on a newer card names the number of the old one that it replaced.
    if reading.part.fields[.oldIDNumber]?.value.string == number { return true }
    if readings.contains(where: { $0.part.fields[.oldIDNumber]?.value.string == other }) { return true }
    // A number read with a digit or two wrong is still this one; two sure numbers never are the same.
    guard Self.sureness(reading) < 2 || !hasVerifiedNumber, number.utf8.count == other.utf8.count else { return false }
    return zip(number.utf8, other.utf8).count { $0 != $1 } <= 2 && agreesOtherwise(reading)
  }

  /// Two people of one family may have numbers that differ in two digits: then their birth dates or names tell.
  private func agreesOtherwise(_ reading: People.Reading) -> Bool {
    for name in [FieldName.dateOfBirth, .fullName] {
      guard let value = reading.part.fields[name]?.value.string else { continue }
      for known in readings {
        if let other = known.part.fields[name]?.value.string, !Self.same(value, other, in: name) { return false }
      }
    }
    return true
  }

  var firstPlace: (Int, Int) { readings.first.map { ($0.place.document, $0.place.part) } ?? (0, 0) }

  var inOrder: CardGroup {
    CardGroup(readings: readings.sorted { ($0.place.document, $0.place.part) < ($1.place.document, $1.place.part) })
  }

  var person: Person {
    var best: [FieldName: Field] = [:]
    for reading in readings {
      for (name, field) in reading.part.fields {
        if let known = best[name],
          (known.verified ? 1 : 0, known.confidence) >= (field.verified ? 1 : 0, field.confidence)
        {
          continue
        }
        best[name] = field
      }
    }
    let sides = Set(readings.flatMap { $0.part.sides ?? [] })
    return Person(
      number: number, fields: best, places: readings.map(\.place), sides: ["front", "back"].filter(sides.contains))
  }

  /// Fields in which two verified readings contradict each other, one problem a field.
  var conflicts: [Problem] {
    guard let number else { return [] }
    return [FieldName.dateOfBirth, .fullName, .sex].compactMap { name in
      let sure = readings.compactMap { reading -> (value: String, document: String)? in
        guard let field = reading.part.fields[name], field.verified, let value = field.value.string else { return nil }
        return (value, reading.documentName)
      }
      for (index, first) in sure.enumerated() {
        if let second = sure[(index + 1)...].first(where: { !Self.same(first.value, $0.value, in: name) }) {
          return .identityConflict(
            number: number, field: name, first: (Self.printed(first.value), first.document),
            second: (Self.printed(second.value), second.document))
        }
      }
      return nil
    }
  }

  private static func same(_ left: String, _ right: String, in field: FieldName) -> Bool {
    field == .fullName ? PersonName.agree(left, right) : left == right
  }

  /// Dates as people write them.
  private static func printed(_ value: String) -> String {
    CivilDate(iso: value)?.vietnamese ?? value
  }
}
