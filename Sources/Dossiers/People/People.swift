/// Gathers the cards of a dossier into people, and finds where sure readings contradict each other.
///
/// Several people in a dossier are no conflict. Neither is an unverified reading that differs: it is a misreading,
/// and flagged by its confidence.
public struct People: Sendable {
  /// A card part and where it was found.
  public struct Reading: Sendable {
    public let place: Person.Place
    /// What the document is called in messages: the name of its file.
    public let documentName: String
    public let part: Part

    public init(place: Person.Place, documentName: String, part: Part) {
      self.place = place
      self.documentName = documentName
      self.part = part
    }
  }

  /// In the order in which the dossier first shows them.
  public let persons: [Person]
  /// `identity.conflict`, for a person to settle.
  public let problems: [Problem]

  /// Parts that are no cards are passed over.
  public init(_ readings: [Reading]) {
    var groups: [CardGroup] = []
    let cards = readings.filter { $0.part.kind == .idCard }
    // Sure numbers make the groups; what is less sure then finds its place among them.
    for reading in cards.sorted(by: CardGroup.isSurer) {
      if let index = groups.firstIndex(where: { $0.takes(reading) }) {
        groups[index].readings.append(reading)
      } else {
        groups.append(CardGroup(readings: [reading]))
      }
    }
    // A side without any number belongs to the one person of its document, if there is just one.
    let nameless = groups.filter { $0.number == nil }
    groups.removeAll { $0.number == nil }
    for group in nameless {
      for reading in group.readings {
        let hosts = groups.indices.filter { index in
          groups[index].readings.contains { $0.place.document == reading.place.document }
        }
        if hosts.count == 1, let host = hosts.first {
          groups[host].readings.append(reading)
        } else {
          groups.append(CardGroup(readings: [reading]))
        }
      }
    }
    groups = groups.map(\.inOrder).sorted { $0.firstPlace < $1.firstPlace }
    persons = groups.map(\.person)
    problems = groups.flatMap(\.conflicts) + Self.strayedSides(groups)
  }

  /// A verified front without its back and a verified back without its front: somebody's sides were mixed up.
  private static func strayedSides(_ groups: [CardGroup]) -> [Problem] {
    func only(_ side: String) -> CardGroup? {
      groups.first { $0.person.sides == [side] && $0.hasVerifiedNumber }
    }
    guard let front = only("front"), let back = only("back"), let frontNumber = front.number,
      let backNumber = back.number
    else { return [] }
    return [
      .identitySidesConflict(
        front: (frontNumber, front.readings[0].documentName), back: (backNumber, back.readings[0].documentName))
    ]
  }
}
