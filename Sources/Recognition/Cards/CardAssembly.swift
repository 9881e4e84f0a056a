import Dossiers

/// Brings the sides of cards together: front and back of one person become one part.
public enum CardAssembly {
  public static func assemble(_ sides: [CardSide]) -> CardReading {
    var groups: [[CardSide]] = []
    // Sides with a number first: they found the groups that others may join.
    let numbered = sides.filter { $0.fields[.idNumber] != nil }
    for side in numbered {
      if let index = groups.firstIndex(where: { isSamePerson(side, $0) }) {
        groups[index].append(side)
      } else {
        groups.append([side])
      }
    }
    for side in sides where side.fields[.idNumber] == nil {
      let open = groups.indices.filter { isMissingSide(side, of: groups[$0]) }
      if open.count == 1 { groups[open[0]].append(side) } else { groups.append([side]) }
    }
    let conflicts = groups.flatMap(conflicts)
    groups.sort { ($0.map(\.region.page).min() ?? 0) < ($1.map(\.region.page).min() ?? 0) }
    let parts = groups.map(part)
    return CardReading(
      parts: parts, problems: groups.flatMap(openProblems) + conflicts + parts.flatMap(contradictions), cards: sides)
  }

  /// What the number says of birth year and sex against what the card says: both cannot be right.
  private static func contradictions(_ part: Part) -> [Problem] {
    guard let field = part.fields[.idNumber], let number = field.value.string.flatMap({ IdentityNumber($0) }) else {
      return []
    }
    func read(_ name: FieldName) -> String? { part.fields[name]?.value.string }
    return number.contradictions(
      dateOfBirth: read(.dateOfBirth).flatMap { CivilDate(iso: $0) }, sex: read(.sex).flatMap { Sex($0) }
    ).map { .identityNumberMismatch($0, page: field.page) }
  }

  /// What is wrong with the pictures of a card matters only while it leaves something open: where the other side's
  /// code told who it is, nobody is asked to photograph again.
  private static func openProblems(_ group: [CardSide]) -> [Problem] {
    let problems = group.flatMap(\.problems)
    let isKnown = [FieldName.idNumber, .fullName, .dateOfBirth].allSatisfy { name in
      group.contains { $0.fields[name]?.verified == true }
    }
    guard isKnown else { return problems }
    let pictures = ProblemCode.mendedByNewPicture
    return problems.filter { !pictures.contains($0.code) }
  }

  /// The same number, or a number that recognition may have misread beside the same name and birthday.
  private static func isSamePerson(_ side: CardSide, _ group: [CardSide]) -> Bool {
    group.contains { other in
      guard let mine = side.fields[.idNumber], let theirs = other.fields[.idNumber],
        let one = mine.value.string, let two = theirs.value.string
      else { return false }
      if one == two { return true }
      guard !(mine.verified && theirs.verified), one.count == two.count, side.side != other.side else { return false }
      let differences = zip(one, two).filter { $0 != $1 }.count
      return differences <= 2 && agrees(side, other)
    }
  }

  private static func agrees(_ one: CardSide, _ other: CardSide) -> Bool {
    if let mine = one.fields[.dateOfBirth]?.value, let theirs = other.fields[.dateOfBirth]?.value {
      return mine == theirs
    }
    return true
  }

  /// A side without a number belongs to a group that lacks just that side of the same generation nearby.
  private static func isMissingSide(_ side: CardSide, of group: [CardSide]) -> Bool {
    guard let face = side.side, !group.contains(where: { $0.side == face }) else { return false }
    guard let near = group.first, abs(near.region.page - side.region.page) <= 1 else { return false }
    return side.variant == nil || near.variant == nil || near.variant == side.variant
  }

  private static func part(_ group: [CardSide]) -> Part {
    var fields: [FieldName: Field] = [:]
    for side in group {
      for (name, field) in side.fields {
        if let old = fields[name], rank(old) >= rank(field) { continue }
        fields[name] = field
      }
    }
    let faces = Set(group.compactMap(\.side))
    return Part(
      kind: .idCard, variant: variant(group),
      sides: [CardSide.Side.front, .back].filter(faces.contains).map(\.rawValue),
      pages: Array(Set(group.map(\.region.page))).sorted(), fields: fields)
  }

  private static func rank(_ field: Field) -> Double { field.confidence + (field.verified ? 1 : 0) }

  /// What the side that shows it best says.
  private static func variant(_ group: [CardSide]) -> String? {
    let readers = group.filter { $0.variant != nil }
    // A code's fields tell its generation for certain; else the front shows it best.
    let best =
      readers.first { $0.fields[.qr]?.verified == true } ?? readers.first { $0.side == .front } ?? readers.first
    return best?.variant
  }

  /// Readings of one person that differ between sides.
  private static func conflicts(_ group: [CardSide]) -> [Problem] {
    var problems: [Problem] = []
    let subjects: [(FieldName, BilingualText)] = [
      (.idNumber, BilingualText(vi: "Số định danh", en: "identity number")),
      (.dateOfBirth, BilingualText(vi: "Ngày sinh", en: "date of birth")),
      (.sex, BilingualText(vi: "Giới tính", en: "sex")),
      (.dateOfExpiry, BilingualText(vi: "Ngày hết hạn", en: "date of expiry")),
    ]
    for (name, what) in subjects {
      let readings = group.compactMap { side in
        side.fields[name].flatMap { field in field.value.string.map { (side: side, field: field, value: $0) } }
      }.filter { $0.field.confidence >= 0.5 }
      guard let first = readings.first, let other = readings.first(where: { $0.value != first.value }) else { continue }
      problems.append(
        .identityConflict(
          what, (first.value, label(first.side, first.field)), (other.value, label(other.side, other.field)),
          page: other.field.page))
    }
    if let name = group.lazy.compactMap({ $0.fields[.fullName] }).first, let text = name.value.string,
      let zone = group.lazy.compactMap({ $0.fields[.fullNameASCII] }).first, let ascii = zone.value.string
    {
      // The zone shortens long names, and recognition errs in it: only a different name is a conflict.
      let (mine, theirs) = (TextFolding.letters(text), TextFolding.letters(ascii))
      let length = min(mine.count, theirs.count)
      if EditDistance.between(Array(mine.prefix(length)), Array(theirs.prefix(length)), atMost: max(3, length / 3))
        == nil
      {
        problems.append(
          .identityConflict(
            BilingualText(vi: "Họ tên", en: "name"), (text, BilingualText(vi: "trên thẻ", en: "the card's print")),
            (ascii, BilingualText(vi: "theo dòng MRZ", en: "the machine-readable zone")), page: zone.page))
      }
    }
    return problems
  }

  private static func label(_ side: CardSide, _ field: Field) -> BilingualText {
    let source =
      switch field.source {
      case .qr: BilingualText(vi: "mã QR", en: "the QR code")
      case .mrz: BilingualText(vi: "dòng MRZ", en: "the machine-readable zone")
      default: BilingualText(vi: "chữ in", en: "print")
      }
    let face =
      switch side.side {
      case .front: BilingualText(vi: "mặt trước", en: "front")
      case .back: BilingualText(vi: "mặt sau", en: "back")
      case nil: BilingualText(vi: "giấy tờ", en: "document")
      }
    return BilingualText(vi: "theo \(source.vi) ở \(face.vi)", en: "\(source.en) on the \(face.en)")
  }
}
