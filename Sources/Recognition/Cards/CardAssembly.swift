import Dossiers

/// Brings the sides of cards together: front and back of one person become one part.
public enum CardAssembly {
  public static func assemble(_ sides: [CardSide]) -> CardReading {
    var groups: [[CardSide]] = []
    for side in sides {
      if let index = groups.firstIndex(where: { belongs(side, to: $0) }) {
        groups[index].append(side)
      } else {
        groups.append([side])
      }
    }
    return CardReading(
      parts: groups.map(part), problems: sides.flatMap(\.problems), cards: sides)
  }

  private static func belongs(_ side: CardSide, to group: [CardSide]) -> Bool {
    let number = side.fields[.idNumber]?.value
    return group.contains { other in
      if let number, let theirs = other.fields[.idNumber]?.value { return number == theirs }
      return false
    }
  }

  private static func part(_ group: [CardSide]) -> Part {
    var fields: [FieldName: Field] = [:]
    for side in group {
      for (name, field) in side.fields {
        if let old = fields[name], old.confidence >= field.confidence { continue }
        fields[name] = field
      }
    }
    return Part(
      kind: .idCard, variant: group.lazy.compactMap(\.variant).first,
      sides: Array(Set(group.compactMap { $0.side?.rawValue })).sorted(by: >), pages: Array(Set(group.map(\.region.page))).sorted(),
      fields: fields)
  }
}
