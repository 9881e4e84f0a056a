/// One text out of several readings of the same line that differ in letters.
enum TextConsensus {
  /// Starts from the reading that all others are nearest to, and takes letter by letter what most of the weight says.
  static func of(_ readings: [(text: String, weight: Double)]) -> String? {
    let readings = readings.map { (letters: Array($0.text), weight: $0.weight) }
    let limit = 400
    guard readings.allSatisfy({ $0.letters.count <= limit }) else { return nil }
    let pivot = readings.min { one, two in
      distance(of: one.letters, to: readings) < distance(of: two.letters, to: readings)
    }
    guard let pivot else { return nil }
    let all = readings.reduce(0) { $0 + $1.weight }
    var votes = [[Character?: Double]](repeating: [:], count: pivot.letters.count)
    var insertions = [[[Character]: Double]](repeating: [:], count: pivot.letters.count + 1)
    for reading in readings {
      let aligned = align(pivot.letters, reading.letters)
      for (index, letter) in aligned.letters.enumerated() { votes[index][letter, default: 0] += reading.weight }
      for (index, run) in aligned.inserted where !run.isEmpty { insertions[index][run, default: 0] += reading.weight }
    }
    var text = ""
    for index in 0...pivot.letters.count {
      if let run = insertions[index].max(by: { $0.value < $1.value }), run.value * 2 > all { text += String(run.key) }
      guard index < pivot.letters.count else { break }
      let own = pivot.letters[index]
      // In a draw the reading in the middle keeps its letter.
      let best = votes[index].max { one, two in
        one.value != two.value
          ? one.value < two.value
          : one.key != own && (two.key == own || String(one.key ?? " ") < String(two.key ?? " "))
      }
      if let letter = best?.key ?? nil { text.append(letter) }
    }
    return text
  }

  private static func distance(
    of text: [Character], to readings: [(letters: [Character], weight: Double)]
  ) -> Double {
    readings.reduce(0) { sum, other in
      let most = max(text.count, other.letters.count)
      return sum + other.weight * Double(EditDistance.between(text, other.letters, atMost: most) ?? most)
    }
  }

  /// For each letter of `pivot` the letter that `other` has in its place, nil for none; and what `other` has besides,
  /// by the place of `pivot` before which it stands.
  private static func align(
    _ pivot: [Character], _ other: [Character]
  ) -> (letters: [Character?], inserted: [Int: [Character]]) {
    let width = other.count + 1
    var costs = [Int](repeating: 0, count: (pivot.count + 1) * width)
    for column in 0..<width { costs[column] = column }
    for row in 0..<pivot.count {
      costs[(row + 1) * width] = row + 1
      for column in other.indices {
        let swapped = costs[row * width + column] + (pivot[row] == other[column] ? 0 : 1)
        costs[(row + 1) * width + column + 1] = min(
          swapped, min(costs[row * width + column + 1], costs[(row + 1) * width + column]) + 1)
      }
    }
    var letters = [Character?](repeating: nil, count: pivot.count)
    var inserted: [Int: [Character]] = [:]
    var (row, column) = (pivot.count, other.count)
    while row > 0 || column > 0 {
      let here = costs[row * width + column]
      if row > 0, column > 0,
        here == costs[(row - 1) * width + column - 1] + (pivot[row - 1] == other[column - 1] ? 0 : 1)
      {
        letters[row - 1] = other[column - 1]
        (row, column) = (row - 1, column - 1)
      } else if column > 0, here == costs[row * width + column - 1] + 1 {
        inserted[row, default: []].insert(other[column - 1], at: 0)
        column -= 1
      } else {
        row -= 1
      }
    }
    return (letters, inserted)
  }
}
