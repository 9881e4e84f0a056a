/// An invented citizen, with everything that a card of any generation prints.
struct Person {
  enum Sex: String {
    case male = "Nam"
    case female = "Nữ"
  }

  let idNumber: String
  var oldNumber = ""
  /// As the QR has it; cards print it in capitals.
  let name: String
  /// Surname first, without diacritics, as in the MRZ's third line.
  let latin: [String]
  let born: CalendarDate
  let sex: Sex
  let origin: String
  /// Comma-separated; on a card the first part stands on the label's line.
  let residence: [String]
  let issued: CalendarDate
  /// nil for a card without end of validity.
  let expires: CalendarDate?
  var mark = "Nốt ruồi C: 1,5 cm dưới sau đuôi mắt trái"

  /// `|`-separated, 7 fields on the card of 2021, 11 on that of 2024.
  func codeText(generation: Int) -> String {
    let fields = [
      idNumber, oldNumber, name, born.printed(separator: ""), sex.rawValue, residence.joined(separator: ", "),
      issued.printed(separator: ""),
    ]
    return fields.joined(separator: "|") + (generation == 2024 ? "||||" : "")
  }

  var machineReadable: [String] {
    MachineReadableZone.lines(
      idNumber: idNumber, born: born, sex: sex, expires: expires, surname: latin[0],
      givenNames: Array(latin.dropFirst()))
  }
}
