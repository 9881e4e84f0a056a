import Dossiers
import Foundation

/// Everything read of one card side so far, and what it comes to.
struct CardDraft {
  let picture: PagePicture
  let region: LocatedRegion
  var payload: CardQR?
  var codeCorners: Quad?
  var zone: MRZ?
  var zoneQuad: Quad?
  var isNameSure = false
  private var readings: [PrintedCard] = []

  init(picture: PagePicture, region: LocatedRegion) {
    self.picture = picture
    self.region = region
  }

  mutating func adopt(_ printed: PrintedCard) {
    readings.append(printed)
  }

  var variant: CardVariant? {
    if zone != nil && payload != nil || payload?.isOf2024 == true { return .canCuoc2024 }
    if payload != nil { return .cccd2021 }
    var votes: [CardVariant: Int] = [:]
    for reading in readings { if let variant = reading.variant { votes[variant, default: 0] += reading.hits + 1 } }
    // In a draw what was read first.
    let printed = readings.compactMap(\.variant).max { votes[$0, default: 0] < votes[$1, default: 0] }
    // Both generations with a zone; the print tells them apart.
    if zone != nil { return printed == .canCuoc2024 ? .canCuoc2024 : printed == nil ? nil : .cccd2021 }
    return printed
  }

  var cardSide: CardSide.Side? {
    if zone != nil || payload?.isOf2024 == true { return .back }
    if payload != nil { return .front }
    return readings.max { $0.hits < $1.hits }?.side
  }

  /// What this side of this generation prints and no code has told.
  var expected: [CardItem] {
    let all: [CardItem] =
      switch (variant, cardSide) {
      case (.canCuoc2024, .front): [.number, .name, .birth, .sex, .nationality]
      case (.canCuoc2024, .back): [.residence, .placeOfBirth, .issue, .expiry]
      case (.cmnd, .front): [.number, .name, .birth, .origin, .residence]
      case (_, .back): [.issue]
      default: [.number, .name, .birth, .sex, .nationality, .origin, .residence, .expiry]
      }
    var told: Set<CardItem> = []
    if payload != nil { told = [.number, .name, .birth, .sex, .residence, .issue, .nationality] }
    if zone?.passed.contains(.expiry) == true { told.insert(.expiry) }
    return all.filter { !told.contains($0) }
  }

  var needsMore: Bool { !doubtful.isEmpty }

  /// What is missing, was read badly, or has only one reading to its name.
  private var doubtful: [CardItem] {
    var items = expected.filter { item in
      guard let value = value(item) else { return !(item == .expiry && neverExpires) }
      return value.rating < 0.8 || (echoes(item, value) < 2 && (value.rating < 0.955 || value.isDoubtful))
    }
    // Cards run until a birthday: a birthday that is another one in the second place was misread in one of them.
    if hasBirthdayConflict { items += expected.filter { $0 == .birth || $0 == .expiry } }
    if let told = payload?.number ?? sureZoneNumber, let printed = value(.number), printed.text.count == 12,
      printed.text != told, !expected.contains(.number)
    {
      items.append(.number)
    }
    return items
  }

  private func echoes(_ item: CardItem, _ value: CardValue) -> Int {
    readings.compactMap { $0.values[item] }.filter { $0.text == value.text }.count
  }

  /// The zone's number under all of its digits.
  private var sureZoneNumber: String? {
    guard let zone, zone.passed.isSuperset(of: [.number, .copies, .personalNumber]) else { return nil }
    return zone.personalNumber
  }

  /// The height between which what is doubtful stands; nil where the layout does not tell.
  var doubtfulRows: ClosedRange<Double>? {
    guard let layout = CardLayout.of(variant, cardSide) else { return nil }
    var rows: ClosedRange<Double>?
    for item in doubtful {
      guard let place = layout.places.first(where: { $0.item == item }) else { return nil }
      // Up to three rows of value under a label, and room for a shifted layout.
      let own = (place.middle - 0.05)...(place.middle + (item == .residence || item == .origin ? 0.15 : 0.09))
      rows = rows.map { min($0.lowerBound, own.lowerBound)...max($0.upperBound, own.upperBound) } ?? own
    }
    return rows
  }

  var neverExpires: Bool { readings.contains(where: \.neverExpires) }

  /// What the readings of an item come to.
  func value(_ item: CardItem) -> CardValue? {
    if item == .birth, let birthday { return birthday.birth ?? consensus(item) }
    if item == .expiry, let birthday { return birthday.expiry }
    if item == .number, let number = soundestNumber { return number }
    return consensus(item)
  }

  /// Where readings differ, the number that fits what else is known: its province exists, its year and sex are those
  /// that were read. Nil where that settles nothing.
  private var soundestNumber: CardValue? {
    let numbers = readings.compactMap { $0.values[.number] }.filter { $0.text.count == 12 }
    guard Set(numbers.map(\.text)).count > 1 else { return nil }
    let years = Set(readings.compactMap { $0.values[.birth]?.text.prefix(4) }.compactMap { Int($0) })
    let sexes = Set(readings.compactMap { $0.values[.sex]?.text })
    let marks = numbers.map { value -> Int in
      guard let number = PersonalNumber(value.text) else { return 0 }
      return (number.isProvinceKnown ? 1 : 0) + (years.contains(number.yearOfBirth) ? 1 : 0)
        + (sexes.contains(number.sex) ? 1 : 0)
    }
    let most = marks.max() ?? 0
    return CardValue.consensus(zip(numbers, marks).filter { $0.1 == most }.map(\.0), digits: true)
  }

  /// A birthday that was read and the day of expiry that falls on it: both are right then, for nothing else on a card
  /// makes two misread days the same. Cards run until their holder is 25, 40 or 60 (Law on Identification 2023,
  /// article 21). The birthday is nil where the code told it.
  private var birthday: (birth: CardValue?, expiry: CardValue)? {
    guard cardSide == .front, variant == .cccd2021 || variant == .cccd2016 else { return nil }
    var best: (birth: CardValue?, expiry: CardValue, rating: Double)?
    for expiry in readings.compactMap({ $0.values[.expiry] }) {
      for birth in readings.map({ $0.values[.birth] }) {
        guard let born = payload?.dateOfBirth ?? birth?.text, Self.isBirthday(expiry.text, of: born) else { continue }
        let rating = expiry.rating + (birth?.rating ?? 0)
        if rating > best?.rating ?? -1 { best = (payload == nil ? birth : nil, expiry, rating) }
      }
    }
    return best.map { ($0.birth, $0.expiry) }
  }

  /// Both are ISO 8601.
  private static func isBirthday(_ expiry: String, of birth: String) -> Bool {
    guard expiry.suffix(6) == birth.suffix(6), let end = Int(expiry.prefix(4)), let start = Int(birth.prefix(4)) else {
      return false
    }
    return [25, 40, 60].contains(end - start)
  }

  private var hasBirthdayConflict: Bool {
    guard cardSide == .front, variant == .cccd2021 || variant == .cccd2016, birthday == nil else { return false }
    return consensus(.expiry) != nil && (payload != nil || consensus(.birth) != nil)
  }

  private func consensus(_ item: CardItem) -> CardValue? {
    CardValue.consensus(
      readings.compactMap { $0.values[item] }, digits: [.number, .birth, .issue, .expiry].contains(item))
  }

  /// The share of right readings, from the engine's rating and what supports it.
  private func confidence(_ item: CardItem, _ value: CardValue) -> Double {
    if item == .birth || item == .expiry {
      if birthday != nil { return 0.985 }
      if hasBirthdayConflict { return 0.6 }
    }
    return CardConfidence.share(
      item, value, echoes: echoes(item, value), readings: readings.count { $0.values[item] != nil })
  }

  private func text(_ text: String, _ confidence: Double, _ source: Field.Source, verified: Bool = false, box: Box?)
    -> Field
  {
    Field(
      value: .string(text), confidence: confidence, source: source, verified: verified, page: region.page, box: box)
  }

  func side(_ card: RectifiedCard) -> CardSide {
    var fields: [FieldName: Field] = [:]
    for item in CardItem.allCases {
      guard let name = item.fieldName, let value = value(item) else { continue }
      fields[name] = text(value.text, confidence(item, value), .ocr, box: card.boxOnPage(value.words))
    }
    holdAgainstNumber(&fields)
    addZone(&fields)
    addPayload(&fields)
    let number = fields[.idNumber]?.value.string.flatMap { PersonalNumber($0) }
    if fields[.sex] == nil, cardSide == .front, let number {
      fields[.sex] = text(number.sex, min(0.95, fields[.idNumber]?.confidence ?? 0), .ocr, box: nil)
    }
    if fields[.nationality] == nil, cardSide == .front, variant != .cmnd {
      // Law on Identification 2023, article 19: only citizens hold these cards.
      fields[.nationality] = text("Việt Nam", 0.95, .ocr, box: nil)
    }
    return CardSide(
      region: LocatedRegion(
        page: region.page, quad: card.quad, filled: region.filled, isWholePage: region.isWholePage),
      variant: variant?.rawValue, side: cardSide, fields: fields, problems: problems(fields, card))
  }

  /// A printed number, birthday and sex tell on each other.
  private func holdAgainstNumber(_ fields: inout [FieldName: Field]) {
    guard let field = fields[.idNumber], let number = field.value.string.flatMap({ PersonalNumber($0) }) else { return }
    var share = field.confidence
    if !number.isProvinceKnown { share -= 0.2 }
    if let birth = fields[.dateOfBirth], let date = birth.value.string,
      zip(date.prefix(4), String(number.yearOfBirth)).count(where: { $0 != $1 }) == 1, number.isProvinceKnown,
      fields[.sex].map({ $0.value.string == number.sex }) ?? true, birth.confidence < field.confidence
    {
      // The number, printed larger, tells the year too: one digit of the smaller print was misread.
      let mended = String(number.yearOfBirth) + date.dropFirst(4)
      fields[.dateOfBirth] = text(mended, min(birth.confidence, 0.8), .ocr, box: birth.box)
    } else if let birth = fields[.dateOfBirth], let year = birth.value.string?.prefix(4) {
      if Int(year) == number.yearOfBirth {
        share = min(share + 0.02, 0.985)
        fields[.dateOfBirth] = birth.with(confidence: min(birth.confidence + 0.03, 0.985))
      } else {
        share -= 0.25
        fields[.dateOfBirth] = birth.with(confidence: birth.confidence - 0.25)
      }
    }
    if let sex = fields[.sex] {
      if sex.value.string == number.sex {
        fields[.sex] = sex.with(confidence: min(sex.confidence + 0.05, 0.99))
      } else {
        share -= 0.2
        fields[.sex] = sex.with(confidence: sex.confidence - 0.3)
      }
    }
    fields[.idNumber] = field.with(confidence: max(share, 0.1))
  }

  /// Disagreements within the side, and why it could not be read where it could not.
  private func problems(_ fields: [FieldName: Field], _ card: RectifiedCard) -> [Problem] {
    var problems: [Problem] = []
    let number = BilingualText(vi: "Số định danh", en: "identity number")
    let byCode = BilingualText(vi: "theo mã QR", en: "the QR code")
    let byZone = BilingualText(vi: "theo dòng MRZ", en: "the machine-readable zone")
    let byPrint = BilingualText(vi: "theo chữ in", en: "print")
    let zoneNumber = sureZoneNumber
    if let payload, let zoneNumber, zoneNumber != payload.number {
      problems.append(
        .identityConflict(number, (payload.number, byCode), (zoneNumber, byZone), page: region.page))
    }
    if let told = payload?.number ?? zoneNumber, let printed = value(.number), printed.text.count == 12,
      printed.text != told, echoes(.number, printed) > 1
    {
      problems.append(
        .identityConflict(number, (told, payload != nil ? byCode : byZone), (printed.text, byPrint), page: region.page))
    }
    let mandatory: [FieldName] =
      cardSide == .back
      ? (variant == .cmnd || variant == .cccd2016 ? [] : [.idNumber])
      : [.idNumber, .fullName, .dateOfBirth]
    if mandatory.contains(where: { (fields[$0]?.confidence ?? 0) < 0.5 }) {
      problems.append(.unreadable(PictureFlaw.likeliest(picture, card.quad), of: .card, page: region.page))
    } else if PictureFlaw.isCutOff(picture, card.quad), lacksSomething(fields) {
      problems.append(.unreadable(.cutOff, of: .card, page: region.page))
    }
    return problems
  }

  private func lacksSomething(_ fields: [FieldName: Field]) -> Bool {
    expected.contains { item in
      guard let name = item.fieldName, fields[name] == nil else { return false }
      return item != .expiry || !neverExpires
    }
  }

  private func addPayload(_ fields: inout [FieldName: Field]) {
    guard let payload else { return }
    let box = codeCorners?.box
    func put(_ name: FieldName, _ value: String?) {
      guard let value else { return }
      fields[name] = text(value, 0.999, .qr, verified: true, box: box)
    }
    put(.qr, payload.raw)
    put(.idNumber, payload.number)
    put(.oldIDNumber, payload.oldNumber)
    put(.fullName, payload.name.uppercased().precomposedStringWithCanonicalMapping)
    put(.dateOfBirth, payload.dateOfBirth)
    put(.sex, payload.sex)
    put(.placeOfResidence, payload.residence)
    put(.dateOfIssue, payload.dateOfIssue)
  }

  /// The lines as evidence. Sure only when every check digit agrees.
  private func lines(_ zone: MRZ, isSure: Bool) -> Field {
    Field(
      value: .array(zone.lines.map { .string($0) }), confidence: isSure ? 0.95 : 0.4, source: .mrz, page: region.page,
      box: zoneQuad?.box)
  }

  private func addZone(_ fields: inout [FieldName: Field]) {
    guard let zone else { return }
    let box = zoneQuad?.box
    fields[.mrz] = lines(zone, isSure: zone.isValid && isNameSure)
    let few = zone.repairs <= 2
    let sure = zone.passed.isSuperset(of: [.number, .copies, .personalNumber])
    let number = sure ? zone.personalNumber.flatMap { PersonalNumber($0) } : nil
    if let number {
      fields[.idNumber] = text(number.digits, few ? 0.999 : 0.97, .mrz, verified: few, box: box)
    }
    var birth: CardDate?
    if zone.passed.contains(.birth), let number,
      let date = CardDate(yearFirst: zone.birthDigits, century: number.yearOfBirth / 100 * 100)
    {
      birth = date
      let agrees = date.year == number.yearOfBirth
      fields[.dateOfBirth] = text(
        date.iso, agrees ? 0.999 : 0.6, .mrz, verified: agrees && few, box: box)
    } else if number == nil, let date = Self.birthday(zone) {
      birth = date.day
      fields[.dateOfBirth] = text(date.day.iso, date.isSure ? 0.98 : 0.6, .mrz, box: box)
    }
    if zone.passed.contains(.expiry) {
      if zone.expiryDigits == "991231" {
        // Stands for "no expiry".
        fields[.dateOfExpiry] = nil
      } else if let date = CardDate(yearFirst: zone.expiryDigits, century: 2000) {
        // Cards run until a birthday (Law on Identification 2023, article 21).
        let isBirthday = birth.map { $0.month == date.month && $0.day == date.day } ?? false
        let sound = zone.passed.contains(.composite) || isBirthday
        fields[.dateOfExpiry] = text(date.iso, sound ? 0.999 : 0.9, .mrz, verified: sound && few, box: box)
      }
    }
    if zone.sex == "M" || zone.sex == "F" {
      let sex = zone.sex == "M" ? "Nam" : "Nữ"
      let agrees = number?.sex == sex
      fields[.sex] = text(sex, agrees ? 0.995 : 0.6, .mrz, box: box)
    }
    if !zone.fullName.isEmpty {
      fields[.fullNameASCII] = text(zone.fullName, isNameSure ? 0.97 : 0.5, .mrz, box: box)
    }
  }

  func foreignSide(_ zone: MRZ) -> CardSide {
    var fields: [FieldName: Field] = [:]
    let box = zoneQuad?.box
    func put(_ name: FieldName, _ value: String, sure: Bool) {
      if !value.isEmpty { fields[name] = text(value, sure ? 0.98 : 0.6, .mrz, box: box) }
    }
    fields[.mrz] = lines(zone, isSure: zone.isValid)
    put(.idNumber, zone.number, sure: zone.passed.contains(.number))
    put(.fullNameASCII, zone.fullName, sure: zone.isValid)
    put(.nationality, zone.nationality, sure: zone.isValid)
    if zone.sex != "<" { put(.sex, zone.sex == "M" ? "Nam" : "Nữ", sure: zone.isValid) }
    if let birth = Self.birthday(zone) { put(.dateOfBirth, birth.day.iso, sure: birth.isSure) }
    if zone.passed.contains(.expiry), let date = CardDate(yearFirst: zone.expiryDigits, century: 2000) {
      put(.dateOfExpiry, date.iso, sure: true)
    }
    let variant = zone.format == .td3 ? "passport" : nil
    let flaw = zone.passed.contains(.number) ? nil : PictureFlaw.likeliest(picture, region.quad.lyingLong)
    return CardSide(
      region: region, variant: variant, side: nil, fields: fields,
      problems: flaw.map { [.unreadable($0, of: .card, page: region.page)] } ?? [])
  }

  /// The day that a zone's two digits of a year may mean: nobody is born in the future. Sure where there is one only.
  private static func birthday(_ zone: MRZ) -> (day: CardDate, isSure: Bool)? {
    guard zone.passed.contains(.birth), let short = Int(zone.birthDigits.prefix(2)) else { return nil }
    let now = Calendar(identifier: .gregorian).component(.year, from: Date())
    let day = CardDate(yearFirst: zone.birthDigits, century: short > now % 100 ? 1900 : 2000)
    return day.map { ($0, short > now % 100) }
  }
}

extension Field {
  fileprivate func with(confidence: Double) -> Field {
    Field(
      value: value, confidence: max(0.05, confidence), source: source, verified: verified, page: page, box: box)
  }
}

extension CardItem {
  var fieldName: FieldName? {
    switch self {
    case .number: .idNumber
    case .name: .fullName
    case .birth: .dateOfBirth
    case .sex: .sex
    case .nationality: .nationality
    case .origin: .placeOfOrigin
    case .residence: .placeOfResidence
    case .expiry: .dateOfExpiry
    case .issue: .dateOfIssue
    case .placeOfBirth: .placeOfBirth
    case .features, .heading: nil
    }
  }
}
