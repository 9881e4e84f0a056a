import Foundation

/// The spelling of Vietnamese syllables: an onset, a rime and a tone, of which few combinations exist.
///
/// The language's own rules, no list of words: what breaks them was misread, or is a name from another language.
public enum VietnameseSyllable {
  private static let onsets: Set<String> = [
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu",
    "r", "s", "t", "th", "tr", "v", "x",
  ]
  private static let rimes = Set(
    """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch \
    êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan oang oanh \
    oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong ooc op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm \
    ơn ơp ơt u ua uâ uân uâng uât uây uc ui um un ung uôc uôi uôm uôn uông uôt up ut uê uênh uêch uơ uy uya uych uynh \
    uyên uyêt uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu ych ynh yt
    """.split(separator: " ").map(String.init))

  /// True for what the language's spelling allows; case does not matter.
  public static func isPossible(_ word: String) -> Bool {
    guard let (letters, tone) = parts(word) else { return false }
    for length in 0...min(3, letters.count) {
      let (onset, rime) = (String(letters.prefix(length)), String(letters.dropFirst(length)))
      guard onsets.contains(onset) else { continue }
      if onset == "gi" && rime.isEmpty { return true }
      guard rimes.contains(rime) else { continue }
      // K, GH and NGH stand before E, Ê and I only, C, G and NG before the others.
      let isFront = "eêiy".contains(rime.first ?? " ")
      if ["k", "gh", "ngh"].contains(onset) && !isFront { continue }
      if ["c", "g", "ng"].contains(onset) && isFront && !(onset == "g" && rime.hasPrefix("i")) { continue }
      // Rimes that end in a stop carry the rising or the heavy tone, no other.
      if ["c", "p", "t", "ch"].contains(where: rime.hasSuffix), tone != "\u{301}" && tone != "\u{323}" { continue }
      return true
    }
    return false
  }

  private static let plainOnsets = Set(onsets.map { TextFolding.letters($0) })
  private static let plainRimes = Set(rimes.map { TextFolding.letters($0) })

  /// True for what is left of a syllable when its accents are taken off, as in a machine-readable zone.
  public static func isPossible(withoutAccents word: some StringProtocol) -> Bool {
    let letters = TextFolding.letters(String(word))
    return (0...min(3, letters.count)).contains { length in
      plainOnsets.contains(Array(letters.prefix(length))) && plainRimes.contains(Array(letters.dropFirst(length)))
    } || letters == Array("gi".utf8)
  }

  /// The letters of a word without its tone, and the tone's mark; nil where it has two tones or is no word.
  static func parts(_ word: String) -> (letters: String, tone: Unicode.Scalar?)? {
    var tone: Unicode.Scalar?
    var letters = String.UnicodeScalarView()
    for scalar in word.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
      if tones.contains(scalar) {
        guard tone == nil else { return nil }
        tone = scalar
      } else {
        letters.append(scalar)
      }
    }
    let plain = String(letters).precomposedStringWithCanonicalMapping
    guard !plain.isEmpty, plain.allSatisfy(\.isLetter) else { return nil }
    return (plain, tone)
  }

  /// Grave, acute, tilde, hook above, dot below.
  private static let tones: Set<Unicode.Scalar> = ["\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]
}
