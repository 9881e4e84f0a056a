/// A row of a CSV file as spreadsheets read it.
public enum CSVRow {
  /// With its line end. RFC 4180 quoting; a cell that a spreadsheet would take for a formula is kept from being one.
  ///
  /// Looks at code points: what joins with a quote or a line end to one character for people hides it from a comparison
  /// of characters, not from a spreadsheet.
  public static func text(_ cells: [String]) -> String {
    cells.map(quoted).joined(separator: ",") + "\r\n"
  }

  private static let formulaStarts: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r"]
  private static let special: Set<Unicode.Scalar> = [",", "\"", "\r", "\n"]

  private static func quoted(_ cell: String) -> String {
    let guarded = cell.unicodeScalars.first.map(formulaStarts.contains) == true ? "'" + cell : cell
    guard guarded.unicodeScalars.contains(where: special.contains) else { return guarded }
    var quoted = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in guarded.unicodeScalars {
      if scalar == "\"" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    quoted.append("\"")
    return String(quoted)
  }
}
