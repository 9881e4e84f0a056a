/// Brings the sides of cards together: front and back of one person become one part.
public enum CardAssembly {
  public static func assemble(_ sides: [CardSide]) -> CardReading {
    CardReading(parts: [], problems: sides.flatMap(\.problems), cards: sides)
  }
}
