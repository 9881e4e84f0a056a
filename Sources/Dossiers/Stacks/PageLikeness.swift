/// Whether two pages that look alike show the same paper: papers made from one template look alike too, so what is
/// printed on them decides.
public enum PageLikeness: Sendable, Comparable {
  case different
  /// They look the same, but nothing on them could tell two papers apart: handwriting, photos.
  case likely
  /// What differs from paper to paper (numbers, dates) is the same on both.
  case certain

  /// `distance` in bits, between the pages' fingerprints; the texts are what was read from them, empty for nothing.
  public init(distance: Int, text: String, other: String) {
    guard distance <= PageFingerprint.nearness else {
      self = .different
      return
    }
    let (one, two) = (PageWords(text), PageWords(other))
    let numbers = one.numbers.union(two.numbers)
    let shared = one.numbers.intersection(two.numbers)
    if numbers.count >= 2, 2 * shared.count < numbers.count {
      self = .different
    } else if !one.hasSimilarWords(two) {
      self = .different
    } else if shared.count(where: { $0.utf8.count >= 8 }) >= 2 {
      self = .certain
    } else {
      // Without words, only pictures that are nearly equal are worth somebody's look.
      self = one.words.count >= 12 || distance <= PageFingerprint.nearness / 2 ? .likely : .different
    }
  }
}

/// A page's words without what recognition gets wrong most: marks, case and punctuation.
private struct PageWords {
  let words: Set<String>
  /// Those of five digits or more, without what stands between the digits.
  let numbers: Set<String>

  init(_ text: String) {
    var words: Set<String> = []
    var numbers: Set<String> = []
    for token in text.split(whereSeparator: \.isWhitespace) {
      let digits = token.utf8.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      let letters = String(token).withoutDiacritics.lowercased().filter { $0.isASCII && $0.isLetter }
      if digits.count >= 5, letters.isEmpty {
        numbers.insert(String(decoding: digits, as: UTF8.self))
      } else if letters.utf8.count >= 3 {
        words.insert(letters)
      }
    }
    self.words = words
    self.numbers = numbers
  }

  /// Half of all words on both, or too few on either to tell.
  func hasSimilarWords(_ other: PageWords) -> Bool {
    guard words.count >= 12, other.words.count >= 12 else { return true }
    return 2 * words.intersection(other.words).count >= words.union(other.words).count
  }
}
