import Dossiers

/// A value to bind.
enum SQLValue {
  case null
  case integer(Int64)
  case real(Double)
  case string(String)
  case bytes([UInt8])

  static func id<Row>(_ id: Identifier<Row>) -> SQLValue { .string(id.rawValue) }
  static func id<Row>(_ id: Identifier<Row>?) -> SQLValue { id.map { .string($0.rawValue) } ?? .null }
  static func text(_ text: String?) -> SQLValue { text.map { .string($0) } ?? .null }
  static func time(_ time: Timestamp?) -> SQLValue { time.map { .integer($0.milliseconds) } ?? .null }
  static func int(_ number: Int?) -> SQLValue { number.map { .integer(Int64($0)) } ?? .null }
  static func long(_ number: Int64?) -> SQLValue { number.map { .integer($0) } ?? .null }
  static func flag(_ flag: Bool) -> SQLValue { .integer(flag ? 1 : 0) }
  /// Canonical JSON text; `null` is kept as SQL's NULL.
  static func json(_ value: JSONValue) -> SQLValue {
    if case .null = value { .null } else { .string(JSONText.write(value)) }
  }
}
