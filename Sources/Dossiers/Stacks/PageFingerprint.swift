/// What a page looks like, in 256 bits: nearly the same for two scans of one sheet of paper.
///
/// Written as 64 hexadecimal digits. Papers made from one template look alike too: a fingerprint finds candidates,
/// what is printed on them decides.
public struct PageFingerprint: Sendable, Hashable, Codable, CustomStringConvertible {
  /// Sixteen words of 16 bits: two fingerprints that are near have at least one word in common, which is how a store
  /// finds them.
  public let words: [UInt16]

  /// `words` must be sixteen.
  public init(words: [UInt16]) {
    precondition(words.count == 16, "a fingerprint has 256 bits")
    self.words = words
  }

  /// Nil for anything but 64 hexadecimal digits.
  public init?(hex: String) {
    let digits = Array(hex.utf8)
    guard digits.count == 64 else { return nil }
    var words: [UInt16] = []
    for start in stride(from: 0, to: 64, by: 4) {
      guard let word = UInt16(String(decoding: digits[start..<start + 4], as: UTF8.self), radix: 16) else { return nil }
      words.append(word)
    }
    self.words = words
  }

  public var description: String {
    words.map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }

  /// Of the page turned upside down: each frequency that is odd changes its sign, which flips its bit.
  public var upsideDown: PageFingerprint {
    // Bit u of word v is the frequency (u, v); turning by half multiplies it by (-1)^(u + v).
    PageFingerprint(words: words.enumerated().map { $0 % 2 == 0 ? $1 ^ 0xAAAA : $1 ^ 0x5555 })
  }

  /// How many bits differ, whichever way up the other page lies.
  public func distance(to other: PageFingerprint) -> Int {
    min(plainDistance(to: other), plainDistance(to: other.upsideDown))
  }

  /// The most bits in which two scans of one sheet differ: beyond it, they are two sheets. Unrelated pages differ in
  /// about 128.
  public static let nearness = 56

  private func plainDistance(to other: PageFingerprint) -> Int {
    zip(words, other.words).reduce(0) { $0 + ($1.0 ^ $1.1).nonzeroBitCount }
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let fingerprint = PageFingerprint(hex: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not 64 hexadecimal digits")
    }
    self = fingerprint
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
