/// One person of a dossier, gathered from all the cards that carry the same number.
public struct Person: Hashable, Sendable, Codable {
  /// Where something was read.
  public struct Place: Hashable, Sendable, Codable {
    /// The document's ordinal in its dossier, counted from 1.
    public let document: Int
    /// The part's index among the document's parts, counted from 0.
    public let part: Int

    public init(document: Int, part: Int) {
      self.document = document
      self.part = part
    }
  }

  /// 12 digits, or the 9 of an old card; nil where no card part showed a number.
  public let number: String?
  /// The best reading of each field over all parts: verified before unverified, then by confidence.
  public let fields: [FieldName: Field]
  /// Where the parts of this person's cards are, in the order of the dossier.
  public let places: [Place]
  /// `front`, `back`, as far as they were seen.
  public let sides: [String]

  public init(number: String?, fields: [FieldName: Field], places: [Place], sides: [String]) {
    self.number = number
    self.fields = fields
    self.places = places
    self.sides = sides
  }
}
