import Console
import Foundation

/// One JSON object a line on standard output, keys sorted, so that the same answer is the same text.
enum JSONLines {
  static func write(_ value: some Encodable) throws {
    Output.line(try text(value))
  }

  static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
