/// Finds what somebody probably meant.
public enum Spelling {
  /// The known word nearest to `word`, when it is near enough to be worth suggesting.
  public static func nearest(to word: String, among known: some Sequence<String>) -> String? {
    let ranked = known.map { (word: $0, distance: distance(word, $0)) }.min { $0.distance < $1.distance }
    guard let best = ranked, best.distance <= max(1, word.count / 3) else { return nil }
    return best.word
  }

  /// Edits (insert, delete, replace) from one word to the other.
  public static func distance(_ left: String, _ right: String) -> Int {
    let left = Array(left)
    let right = Array(right)
    var row = Array(0...right.count)
    for (i, leftCharacter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, rightCharacter) in right.enumerated() {
        let replaced = diagonal + (leftCharacter == rightCharacter ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[right.count]
  }
}
