import Dossiers
import Foundation

/// The provinces of Vietnam as cards name them: those before the merger of 2025, and with them those after it.
public enum Provinces {
  /// "Huế" is the city's name since 2025.
  static let names = Province.all.map(\.name) + ["Huế"]
  private static let folded = names.map { (name: $0, letters: TextFolding.letters($0)) }
  /// What may stand before a province's name.
  private static let prefixes = ["Thành phố ", "Tỉnh ", "TP. ", "TP.", "TP ", "T. "]

  /// True for a province's name as it is spelt, whatever stands after it as punctuation.
  static func isName(_ text: String) -> Bool {
    let text = text.trimmingCharacters(in: .whitespaces.union(.punctuationCharacters))
    return names.contains(text) || snap(text)?.exact == true
  }

  /// True where `text` is a province's name, or near one and no other place's.
  static func isMeant(by text: String) -> Bool {
    guard let found = snap(text) else { return false }
    return found.exact || !PlaceNames.isListed(text)
  }

  /// The province that `text` means, mistakes of recognition allowed for, and whether it was spelt exactly so; nil
  /// where none is near enough, or two are as near.
  static func snap(_ text: String) -> (name: String, exact: Bool)? {
    let trimmed = text.trimmingCharacters(in: .whitespaces)
    if names.contains(trimmed) { return (trimmed, true) }
    for prefix in prefixes where trimmed.lowercased().hasPrefix(prefix.lowercased()) {
      let rest = String(trimmed.dropFirst(prefix.count))
      return snap(rest).map { (String(trimmed.prefix(prefix.count)) + $0.name, $0.exact) }
    }
    let letters = TextFolding.letters(trimmed)
    guard letters.count >= 4 else { return nil }
    let limit = max(1, letters.count / 4)
    var best: (name: String, distance: Int)?
    var tied = false
    for candidate in folded {
      guard let distance = EditDistance.between(candidate.letters, letters, atMost: limit) else { continue }
      if let found = best, found.distance <= distance {
        tied = tied || found.distance == distance
      } else {
        best = (candidate.name, distance)
        tied = false
      }
    }
    guard let best, !tied || best.distance == 0 else { return nil }
    return (best.name, false)
  }
}
