/// The text of a statement. Parameters are `$1`, `$2`, … in the order in which they first appear: SQLite and
/// PostgreSQL both understand that.
///
/// Literal texts are told apart by their address, so that the cache of prepared statements never hashes them.
struct SQL: Hashable, ExpressibleByStringLiteral {
  private enum Content: Hashable {
    case literal(UInt, count: Int)
    case text(String)
  }

  private let content: Content

  init(stringLiteral value: StaticString) {
    // A literal of a single scalar has no address; no statement is that short.
    content =
      value.hasPointerRepresentation
      ? .literal(UInt(bitPattern: value.utf8Start), count: value.utf8CodeUnitCount)
      : .text(value.description)
  }

  /// For statements put together at run time, such as filters. Never of anything that came from outside.
  init(assembled text: String) {
    content = .text(text)
  }

  var text: String {
    switch content {
    case .literal(let address, let count):
      String(
        decoding: UnsafeBufferPointer(start: UnsafePointer<UInt8>(bitPattern: address), count: count), as: UTF8.self)
    case .text(let text): text
    }
  }
}
