/// How many insertions, deletions and substitutions lie between two strings (Levenshtein).
public enum EditDistance {
  /// The distance, or nil as soon as it must exceed `limit`.
  public static func between<Element: Equatable>(
    _ left: [Element], _ right: [Element], atMost limit: Int
  ) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    if left.isEmpty { return right.count }
    var row = Array(0...right.count)
    for (i, element) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      var best = row[0]
      for j in right.indices {
        let substituted = diagonal + (element == right[j] ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substituted, min(row[j], diagonal) + 1)
        best = min(best, row[j + 1])
      }
      if best > limit { return nil }
    }
    return row[right.count] <= limit ? row[right.count] : nil
  }
}
