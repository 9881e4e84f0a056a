/// How names are written in fields, and when two of them may be one.
public enum PersonName {
  /// Capitals, NFC, single spaces: as the card prints it.
  public static func printed(_ name: String) -> String {
    name.singleSpaced.uppercased().nfc
  }

  /// Capitals A–Z without diacritics, as a machine-readable zone spells it.
  public static func ascii(_ name: String) -> String {
    printed(name).withoutDiacritics
  }

  /// The same name but for diacritics, case and spacing. An MRZ may cut a long name short: then the shorter one
  /// must be the beginning of the longer.
  public static func agree(_ left: String, _ right: String) -> Bool {
    let left = ascii(left)
    let right = ascii(right)
    if left == right { return true }
    // ICAO 9303-5, 4.2.2: the name field of a TD1 has 30 places, of which the filler takes at least one.
    let (short, long) = left.count < right.count ? (left, right) : (right, left)
    return short.count >= 27 && long.hasPrefix(short)
  }
}
