public import Dossiers

/// What the cards of a document came to. Codable, so that a host can take up where another stopped.
public struct CardReading: Sendable, Codable {
  /// One part for each person's card, both sides together.
  public let parts: [Part]
  public let problems: [Problem]
  /// The regions that are cards, for other readers to leave alone.
  public let cards: [CardSide]

  public init(parts: [Part], problems: [Problem], cards: [CardSide]) {
    self.parts = parts
    self.problems = problems
    self.cards = cards
  }
}
