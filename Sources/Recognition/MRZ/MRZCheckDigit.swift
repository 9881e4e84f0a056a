/// The check digit of ICAO 9303-3 4.9: weights 7, 3, 1 over the characters' values, modulo 10.
enum MRZCheckDigit {
  /// The value of a character: digits themselves, A = 10 … Z = 35, the filler 0; nil for anything else.
  static func value(_ character: UInt8) -> Int? {
    switch character {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(character) - 48
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(character) - 55
    case UInt8(ascii: "<"): 0
    default: nil
    }
  }

  static func of(_ characters: some Sequence<UInt8>) -> UInt8 {
    let weights = [7, 3, 1]
    var sum = 0
    for (index, character) in characters.enumerated() { sum += (value(character) ?? 0) * weights[index % 3] }
    return UInt8(48 + sum % 10)
  }
}
