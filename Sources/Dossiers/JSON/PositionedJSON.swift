/// A JSON value that knows where it stood in its file.
public struct PositionedJSON: Sendable {
  public struct Member: Sendable {
    public let key: String
    public let keyPosition: TextPosition
    public let value: PositionedJSON
  }

  public enum Content: Sendable {
    case null
    case bool(Bool)
    case integer(Int64)
    case number(Double)
    case string(String)
    case array([PositionedJSON])
    /// In the order of the file; of a key that stands twice, the first.
    case object([Member])
    /// Something stood here that could not be read; a fault has been reported for it.
    case unreadable
  }

  public let content: Content
  public let position: TextPosition

  /// The value without its positions; what could not be read becomes null.
  public var plain: JSONValue {
    switch content {
    case .null, .unreadable: .null
    case .bool(let flag): .bool(flag)
    case .integer(let whole): .integer(whole)
    case .number(let number): .number(number)
    case .string(let text): .string(text)
    case .array(let elements): .array(elements.map(\.plain))
    case .object(let members):
      .object(Dictionary(members.map { ($0.key, $0.value.plain) }, uniquingKeysWith: { first, _ in first }))
    }
  }

  /// What stands here, in words for a message: `a string`, `an object`.
  public var kindInWords: String {
    switch content {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .integer, .number: "a number"
    case .string: "a string"
    case .array: "a list"
    case .object: "an object"
    case .unreadable: "something unreadable"
    }
  }

  public var isUnreadable: Bool {
    if case .unreadable = content { true } else { false }
  }
}
