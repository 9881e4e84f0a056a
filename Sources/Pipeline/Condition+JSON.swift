public import Dossiers

extension Condition {
  /// The normal form: what `init(json:)` reads back, and what the plan's identity is made of.
  public var json: JSONValue {
    switch self {
    case .fact(let name, .equals(let value)): [name: value]
    case .fact(let name, .oneOf(let values)): [name: .array(values)]
    case .fact(let name, .within(let low, let high)):
      [name: .object(["atLeast": low, "atMost": high].compactMapValues { $0.map { .integer($0) } })]
    case .all(let conditions): ["and": .array(conditions.map(\.json))]
    case .any(let conditions): ["or": .array(conditions.map(\.json))]
    case .not(let condition): ["not": condition.json]
    }
  }

  /// nil where the JSON is no condition in normal form.
  init?(json: JSONValue) {
    guard case .object(let members) = json, members.count == 1, let (name, value) = members.first else { return nil }
    switch (name, value) {
    case ("and", .array(let elements)), ("or", .array(let elements)):
      let conditions = elements.compactMap { Condition(json: $0) }
      guard conditions.count == elements.count, !conditions.isEmpty else { return nil }
      self = name == "and" ? .all(conditions) : .any(conditions)
    case ("not", let inner):
      guard let condition = Condition(json: inner) else { return nil }
      self = .not(condition)
    case (_, .array(let values)): self = .fact(name, .oneOf(values))
    case (_, .object(let bounds)):
      let low = bounds["atLeast"]?.integer
      let high = bounds["atMost"]?.integer
      guard low != nil || high != nil else { return nil }
      self = .fact(name, .within(atLeast: low, atMost: high))
    default: self = .fact(name, .equals(value))
    }
  }
}

extension Condition: Codable {
  public init(from decoder: any Decoder) throws {
    guard let condition = Condition(json: try JSONValue(from: decoder)) else {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "not a condition in normal form"))
    }
    self = condition
  }

  public func encode(to encoder: any Encoder) throws {
    try json.encode(to: encoder)
  }
}
