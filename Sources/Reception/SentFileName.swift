import Foundation

/// The name that a sender gave a file, made harmless: shown to people and kept in the record, never used as a path.
public enum SentFileName {
  private static let limit = 200

  /// nil where nothing of a name is left.
  public static func clean(_ sent: String) -> String? {
    let last = sent.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
    var scalars = String.UnicodeScalarView()
    for scalar in last.precomposedStringWithCanonicalMapping.unicodeScalars {
      switch scalar.properties.generalCategory {
      // Control, and format: the latter turn a name's reading direction round ("gpj.exe").
      case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned: continue
      default: scalars.append(scalar)
      }
    }
    let name = String(scalars).trimmingCharacters(in: .whitespaces)
    guard !name.isEmpty, name != ".", name != ".." else { return nil }
    return shortened(name)
  }

  /// Keeps the ending.
  private static func shortened(_ name: String) -> String {
    guard name.utf8.count > limit else { return name }
    let dot = name.lastIndex(of: ".").flatMap { name[$0...].utf8.count <= 16 ? $0 : nil }
    let ending = dot.map { String(name[$0...]) } ?? ""
    var stem = dot.map { String(name[..<$0]) } ?? name
    while stem.utf8.count + ending.utf8.count > limit { stem.removeLast() }
    return stem + ending
  }
}
