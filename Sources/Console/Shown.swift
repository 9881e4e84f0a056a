import Dossiers

/// Text that others wrote, made fit for a terminal: what would steer it is shown as an escape instead.
public enum Shown {
  /// For one line: line feeds and tabs are escapes too.
  public static func line(_ text: String) -> String {
    escaped(text) { $0.steersDisplay }
  }

  /// For text of several lines.
  public static func text(_ text: String) -> String {
    escaped(text) { $0.steersDisplay && $0 != "\n" && $0 != "\t" }
  }

  /// The last guard before the terminal: as `text`, with nothing but the styles that this program itself uses let
  /// through, and those only where it uses any.
  static func guarded(_ text: String, styles: @autoclosure () -> Bool) -> String {
    guard text.unicodeScalars.contains(where: { $0.steersDisplay && $0 != "\n" && $0 != "\t" }) else { return text }
    guard styles() else { return Shown.text(text) }
    var shown = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "\u{1B}") {
      shown += Shown.text(String(rest[..<start]))
      rest = rest[start...]
      let sequence = Terminal.Style.sequences.first { rest.unicodeScalars.starts(with: $0.unicodeScalars) }
      let length = sequence?.unicodeScalars.count ?? 1
      let end = rest.unicodeScalars.index(start, offsetBy: length)
      shown += sequence ?? Shown.text(String(rest.unicodeScalars[start..<end]))
      rest = rest[end...]
    }
    return shown + Shown.text(String(rest))
  }

  private static func escaped(_ text: String, where steers: (Unicode.Scalar) -> Bool) -> String {
    guard text.unicodeScalars.contains(where: steers) else { return text }
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if steers(scalar) {
        shown.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
      } else {
        shown.append(scalar)
      }
    }
    return String(shown)
  }
}
