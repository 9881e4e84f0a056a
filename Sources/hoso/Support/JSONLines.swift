import Console
import Dossiers
import Foundation

/// One JSON object a line on standard output, keys sorted, so that the same answer is the same text.
enum JSONLines {
  static func write(_ value: some Encodable) throws {
    Output.line(try text(value))
  }

  /// For values that encode without fail; an error shows as a line of its own.
  static func line(_ value: some Encodable) -> String {
    do { return try text(value) } catch { return "{\"error\":\"not encodable\"}" }
  }

  static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return JSONString.displayable(String(decoding: try encoder.encode(value), as: UTF8.self))
  }
}
