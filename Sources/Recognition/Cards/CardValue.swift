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
}
