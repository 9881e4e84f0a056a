/// A value read from print, before it is held against what else is known.
struct CardValue: Sendable {
  var text: String
  /// The least of the engine's ratings of its words.
  var rating: Double
  var words: [CardWord]
  /// Found after its own label, not by its place alone.
  var labelled: Bool
  /// Addresses: the last part is a province's name as it stands.
  var snapped = false
  /// What was read is not what names and places are called: it was mended, or nobody has heard of it.
  var isDoubtful = false
}

extension CardValue {
  /// One value out of several readings: the letters that most agree on, and of each word the spelling with the most
  /// weight. Accents are what recognition gets wrong most, and not twice in the same way.
  static func consensus(_ readings: [CardValue], digits: Bool) -> CardValue? {
    guard let first = readings.first else { return nil }
    if readings.count == 1 { return first }
    let groups = Dictionary(grouping: readings) { String(decoding: TextFolding.letters($0.text), as: UTF8.self) }
    let weights = groups.mapValues { members in members.reduce(0) { $0 + $1.weight } }
    guard let best = weights.max(by: { ($0.value, $0.key) < ($1.value, $1.key) })?.key, let members = groups[best]
    else {
      return first
    }
    var chosen = members.max { $0.weight < $1.weight } ?? members[0]
    let split = members.map { $0.text.split(separator: " ", omittingEmptySubsequences: false).map(String.init) }
    let own = chosen.text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard !digits, split.allSatisfy({ $0.count == own.count }) else { return chosen }
    var words: [String] = []
    for index in own.indices {
      var votes: [String: Double] = [:]
      for (member, parts) in zip(members, split) {
        votes[parts[index], default: 0] += member.confidence(ofWord: parts[index]) + (member.snapped ? 0.05 : 0)
      }
      words.append(votes.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? own[index])
    }
    chosen.text = words.joined(separator: " ")
    chosen.rating = members.map(\.rating).max() ?? chosen.rating
    chosen.isDoubtful = !members.contains { !$0.isDoubtful && $0.text == chosen.text }
    return chosen
  }

  private var weight: Double { 0.2 + rating + (labelled ? 0.2 : 0) + (snapped ? 0.2 : 0) - (isDoubtful ? 0.2 : 0) }

  private func confidence(ofWord word: String) -> Double {
    let letters = TextFolding.letters(word)
    return words.filter { TextFolding.letters($0.text) == letters }.map(\.confidence).max() ?? rating
  }
}
