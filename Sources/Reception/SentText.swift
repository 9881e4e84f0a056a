import Dossiers

/// Words that a sender wrote, without what would steer a screen. People never type such characters; they come with
/// copied text, or on purpose.
public enum SentText {
  /// One line: a break becomes a space. nil where nothing is left.
  public static func line(_ sent: String) -> String? {
    kept(sent) { $0 == "\n" || $0 == "\r" || $0 == "\t" ? " " : $0.steersDisplay ? nil : $0 }
  }

  /// Several lines. nil where nothing is left.
  public static func text(_ sent: String) -> String? {
    kept(sent) { $0 == "\n" || $0 == "\t" || !$0.steersDisplay ? $0 : nil }
  }

  private static func kept(_ sent: String, _ change: (Unicode.Scalar) -> Unicode.Scalar?) -> String? {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: sent.unicodeScalars.compactMap(change))
    let text = String(scalars)
    return text.allSatisfy(\.isWhitespace) ? nil : text
  }
}
