/// Which characters of OCR-B recognition takes for which.
enum MRZConfusion {
  private static let toDigit: [UInt8: UInt8] = pairs("OQDUILZSBGTAJY", "00001125867417")
  private static let toLetter: [UInt8: UInt8] = pairs("01258647", "OIZSBGAT")

  private static func pairs(_ from: String, _ to: String) -> [UInt8: UInt8] {
    Dictionary(zip(from.utf8, to.utf8), uniquingKeysWith: { first, _ in first })
  }

  /// The character as its place demands it; unchanged where there is no look-alike.
  static func forced(_ character: UInt8, _ kind: MRZFormat.Kind) -> UInt8 {
    switch kind {
    case .letters: toLetter[character] ?? character
    case .digits: toDigit[character] ?? character
    case .check: character == MRZParser.filler ? character : toDigit[character] ?? character
    case .mixed: character
    case .sex:
      switch character {
      case UInt8(ascii: "N"), UInt8(ascii: "H"), UInt8(ascii: "W"): UInt8(ascii: "M")
      case UInt8(ascii: "P"), UInt8(ascii: "E"): UInt8(ascii: "F")
      case UInt8(ascii: "K"), UInt8(ascii: "C"): MRZParser.filler
      default: character
      }
    }
  }

  /// What else the character may be in a place that holds letters and digits.
  static func lookAlikes(_ character: UInt8) -> [UInt8] {
    switch character {
    case UInt8(ascii: "0"): Array("ODQ".utf8)
    case UInt8(ascii: "O"), UInt8(ascii: "D"), UInt8(ascii: "Q"): Array("0".utf8)
    case UInt8(ascii: "1"): Array("IL".utf8)
    case UInt8(ascii: "I"), UInt8(ascii: "L"): Array("1".utf8)
    case UInt8(ascii: "2"): Array("Z".utf8)
    case UInt8(ascii: "Z"): Array("2".utf8)
    case UInt8(ascii: "5"): Array("S".utf8)
    case UInt8(ascii: "S"): Array("5".utf8)
    case UInt8(ascii: "8"): Array("B".utf8)
    case UInt8(ascii: "B"): Array("8".utf8)
    case UInt8(ascii: "6"): Array("G".utf8)
    case UInt8(ascii: "G"): Array("6".utf8)
    case UInt8(ascii: "K"), UInt8(ascii: "C"): [MRZParser.filler]
    default: []
    }
  }
}
