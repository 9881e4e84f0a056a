import Recognition
import Testing

@Suite("Words of names") struct NameWordTests {
  @Test(
    "the language's spelling tells syllables from what was misread",
    arguments: [
      ("NGUYỄN", true), ("quỳnh", true), ("Giếng", true), ("nghĩa", true), ("gì", true), ("Khuyết", true),
      ("MAILOAN", false), ("kuân", false), ("nghan", false), ("hàt", false), ("tớm1", false), ("", false),
    ])
  func syllables(word: String, isPossible: Bool) {
    #expect(VietnameseSyllable.isPossible(word) == isPossible)
  }

  @Test(
    "fillers of a machine-readable zone that were taken for letters make no syllable",
    arguments: [("THUY", true), ("GIANG", true), ("QUYEN", true), ("KTHUC", false), ("TRANKKHUU", false)])
  func withoutAccents(word: String, isPossible: Bool) {
    #expect(VietnameseSyllable.isPossible(withoutAccents: word) == isPossible)
  }

  @Test("a name that people have stays as it was read, sure of itself")
  func known() {
    for name in ["NGUYỄN THỊ HẰNG", "LÙ SEO VÂN", "Y THIỆN", "PHẠM YÊN", "VÕ THƯỜNG"] {
      let words = name.split(separator: " ").map(String.init)
      #expect(NameWords.mended(words).words == words)
    }
    #expect(!NameWords.mended(["NGUYỄN", "THỊ", "HẰNG"]).isDoubtful)
  }

  @Test(
    "a word that nobody is called gets the accents of the name that it must be, and says that it was mended",
    arguments: [
      ("HỒ ĐÌNH HÃNG", "HỒ ĐÌNH HẰNG"), ("TẠ MÍNH ƯỚC", "TẠ MINH ƯỚC"), ("ĐỒ DUY LÂM", "ĐỖ DUY LÂM"),
      ("TIÊU NHẠT CÔNG", "TIÊU NHẬT CÔNG"), ("ĐỊNH THỊ LAN", "ĐINH THỊ LAN"),
    ])
  func mended(read: String, name: String) {
    let result = NameWords.mended(read.split(separator: " ").map(String.init))
    #expect(result.words.joined(separator: " ") == name)
    #expect(result.isDoubtful)
  }

  @Test(
    "words that stuck together come apart", arguments: [("MAILOAN", "MAI LOAN"), ("LÊHỮU ÚT", "LÊ HỮU ÚT")])
  func parted(read: String, name: String) {
    #expect(NameWords.mended(read.split(separator: " ").map(String.init)).words.joined(separator: " ") == name)
  }

  @Test("what nobody has heard of is left alone, and doubted")
  func unknown() {
    let result = NameWords.mended(["XKQT", "PÂU", "MỚP"])
    #expect(result.words == ["XKQT", "PÂU", "MỚP"])
    #expect(result.isDoubtful)
  }
}
