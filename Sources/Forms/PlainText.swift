import Foundation

/// Text from outside, made fit for a line of print.
enum PlainText {
  /// NFC, without control characters and without the marks that reorder or hide text: a sender's name must not be
  /// able to rewrite the line that it stands on. White space of any kind becomes single spaces.
  static func clean(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: scalars.append(" ")
      case .format, .surrogate, .privateUse, .unassigned: continue
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  /// `clean`, trimmed; nil when nothing is left to print.
  static func value(_ text: String?) -> String? {
    guard let text else { return nil }
    let words = clean(text).split(whereSeparator: \.isWhitespace)
    return words.isEmpty ? nil : words.joined(separator: " ")
  }
}
