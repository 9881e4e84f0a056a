/// Whether two parts are readings of one paper.
enum PaperComparison {
  case same, another
  /// Too little was read to tell.
  case unknown

  /// What tells whose or which paper it is.
  static func names(_ kind: Part.Kind) -> [FieldName] {
    switch kind {
    case .idCard: [.idNumber, .fullName, .dateOfBirth]
    case .receipt: [.number, .total, .date]
    case .form, .other: []
    }
  }

  /// Beneath this a reading is a guess, which contradicts nothing: the share of values with it or more that are right
  /// is what makes two of them that differ two papers, or a conflict.
  private static let sureConfidence = 0.9

  /// `earlier` is the one that was read badly.
  init(_ earlier: Part, _ later: Part) {
    guard earlier.kind == later.kind else {
      self = .another
      return
    }
    if let one = earlier.variant, let other = later.variant, one != other {
      self = .another
      return
    }
    var agreeing: Set<FieldName> = []
    var misread = false
    for name in Self.names(earlier.kind) {
      guard let one = earlier.fields[name], let other = later.fields[name] else { continue }
      if Self.agree(one.value, other.value, in: name) {
        agreeing.insert(name)
      } else if Self.isSure(one) || !Self.mayBeMisread(one.value, other.value, in: name) {
        self = .another
        return
      } else {
        misread = misread || name == .idNumber || name == .number
      }
    }
    // A misread number names a card beside the name; receipts of one day and sum have numbers that are near.
    let isKnown =
      switch earlier.kind {
      case .idCard: !agreeing.isDisjoint(with: [.idNumber, .fullName])
      case .receipt: agreeing.contains(.number) || (!misread && agreeing.isSuperset(of: [.total, .date]))
      case .form, .other: false
      }
    self = isKnown ? .same : .unknown
  }

  private static func isSure(_ field: Field) -> Bool { field.verified || field.confidence >= sureConfidence }

  private static func agree(_ one: JSONValue, _ other: JSONValue, in name: FieldName) -> Bool {
    guard name == .fullName, let one = one.string, let other = other.string else { return one == other }
    return PersonName.agree(one, other)
  }

  /// Numbers of another length or with more than two other digits are other numbers, however badly they were read.
  private static func mayBeMisread(_ one: JSONValue, _ other: JSONValue, in name: FieldName) -> Bool {
    guard name == .idNumber || name == .number, let one = one.string?.utf8, let other = other.string?.utf8 else {
      return true
    }
    return one.count == other.count && zip(one, other).count { $0 != $1 } <= 2
  }
}
