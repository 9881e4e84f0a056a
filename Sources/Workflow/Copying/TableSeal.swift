import Digests

/// Count and SHA-256 of a table's rows, in key order: equal where two stores hold the same.
public struct TableSeal: Sendable, Equatable {
  public let table: String
  public let rows: Int
  /// Lower-case hexadecimal.
  public let sha256: String
}

/// Takes rows in, one by one.
struct TableSealing {
  private let digest = SHA256Digest()
  private var rows = 0

  mutating func add(_ values: [SQLValue]) {
    var bytes: [UInt8] = []
    for value in values {
      // A letter for the kind, then a length or a fixed size: no two rows give the same bytes.
      switch value {
      case .null: bytes.append(UInt8(ascii: "n"))
      case .integer(let number): Self.append("i", UInt64(bitPattern: number), to: &bytes)
      case .real(let number): Self.append("r", number.bitPattern, to: &bytes)
      case .string(let text):
        // PostgreSQL has no U+0000; stores in SQLite can.
        let shown = text.utf8.contains(0) ? text.replacing("\0", with: "\u{FFFD}") : text
        Self.append("t", UInt64(shown.utf8.count), to: &bytes)
        bytes.append(contentsOf: shown.utf8)
      case .bytes(let raw):
        Self.append("b", UInt64(raw.count), to: &bytes)
        bytes.append(contentsOf: raw)
      }
    }
    digest.update(bytes)
    rows += 1
  }

  func seal(_ table: StoreTable) -> TableSeal {
    TableSeal(table: table.name, rows: rows, sha256: digest.finishHex())
  }

  private static func append(_ letter: Unicode.Scalar, _ number: UInt64, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: letter))
    for shift in stride(from: 56, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
  }
}
