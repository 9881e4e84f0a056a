/// Finds the name that somebody probably meant.
public enum Spelling {
  /// The candidate nearest to `word`, where it is near enough to be a slip of the keyboard; the first of equals.
  public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let written = Array(word.lowercased().unicodeScalars.prefix(64))
    guard !written.isEmpty else { return nil }
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let known = Array(candidate.lowercased().unicodeScalars.prefix(64))
      let allowed = max(written.count, known.count) / 3
      let distance = distance(written, known)
      if distance <= allowed, distance < best?.distance ?? Int.max {
        best = (candidate, distance)
      }
    }
    return best?.name
  }

  /// Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours cost 1 each.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (i, leftScalar) in left.enumerated() {
      var row = [i + 1]
      row.reserveCapacity(right.count + 1)
      for (j, rightScalar) in right.enumerated() {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (leftScalar == rightScalar ? 0 : 1))
        if i > 0, j > 0, leftScalar == right[j - 1], left[i - 1] == rightScalar {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      beforeLast = last
      last = row
    }
    return last[right.count]
  }
}
