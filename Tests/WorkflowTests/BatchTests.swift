import Dossiers
import Testing
import Workflow

@Suite("Stacks and papers that came before")
struct BatchTests {
  private func print(_ seed: Int) -> PageFingerprint {
    var state = UInt64(seed) &* 2_654_435_761 &+ 1
    return PageFingerprint(
      words: (0..<16).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt16(truncatingIfNeeded: state >> 40)
      })
  }

  /// With so many bits turned, spread over all words.
  private func blurred(_ print: PageFingerprint, bits: Int) -> PageFingerprint {
    var words = print.words
    for bit in 0..<bits { words[bit * 5 % 14] ^= 1 << UInt16(bit % 16) }
    return PageFingerprint(words: words)
  }

  @Test("a stack's layout is kept once and read back as it was", arguments: Backend.all)
  func stacks(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let sheet = try #require(CoverSheet(series: "A", number: 2))
    let layout = SortedStack([
      StackPage(number: 1, kind: .cover(sheet)), StackPage(number: 2, kind: .content),
      StackPage(number: 3, kind: .blank),
    ])
    let sha256 = String(repeating: "ab", count: 32)
    let stack = StoredStack(sha256: sha256, name: "stack.pdf", byteCount: 12, pageCount: 3, layout: layout)
    try scenario.store.recordStack(stack)
    try scenario.store.recordStack(stack)
    #expect(try scenario.store.stack(sha256)?.layout == layout)
    #expect(try scenario.store.stack(String(repeating: "0", count: 64)) == nil)
    #expect(try scenario.store.referencedFiles().contains(sha256))
  }

  @Test("of two dossiers with one paper the later sees the earlier, however often it asks", arguments: Backend.all)
  func turns(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let (first, second) = (try scenario.submit().dossier.id, try scenario.submit().dossier.id)
    let documents = try [first, second].map { try #require(try scenario.store.documents(of: $0).first).id }
    let near = blurred(print(1), bits: 20)
    // The later dossier is through first: then it came first.
    for _ in 0..<2 { #expect(try scenario.store.recordFingerprints([documents[1]: [1: print(1)]], of: second).isEmpty) }
    for _ in 0..<2 {
      let found = try scenario.store.recordFingerprints([documents[0]: [1: near, 2: print(9)]], of: first)
      #expect(found.map(\.document) == [documents[1]])
      #expect(found.map(\.page) == [1])
      #expect(try scenario.store.recordFingerprints([documents[1]: [1: print(1)]], of: second).isEmpty)
    }
  }

  @Test("a paper upside down is found, one that only shares a word is not", arguments: Backend.all)
  func nearness(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let dossiers = try (0..<3).map { _ in try scenario.submit().dossier.id }
    let documents = try dossiers.map { try #require(try scenario.store.documents(of: $0).first).id }
    _ = try scenario.store.recordFingerprints([documents[0]: [1: print(1).upsideDown]], of: dossiers[0])
    var other = print(2).words
    other[3] = print(1).words[3]
    _ = try scenario.store.recordFingerprints([documents[1]: [1: PageFingerprint(words: other)]], of: dossiers[1])
    let found = try scenario.store.recordFingerprints([documents[2]: [1: print(1)]], of: dossiers[2])
    #expect(found.map(\.document) == [documents[0]])
  }

  @Test("the delivery's own policy is known, and each duplicate is noted once", arguments: Backend.all)
  func duplicates(_ backend: Backend) throws {
    let scenario = try Scenario(backend)
    let (first, second) = (try scenario.submit().dossier.id, try scenario.submit().dossier.id)
    #expect(try scenario.store.duplicatePolicy(of: first) == nil)
    let documents = try [first, second].map { try #require(try scenario.store.documents(of: $0).first).id }
    let found = StoredDuplicate(document: documents[1], earlier: documents[0], kind: .picture, policy: .link)
    for _ in 0..<2 { try scenario.store.recordDuplicates([found], of: second) }
    #expect(try scenario.store.duplicates(of: second) == [found])
    #expect(try scenario.store.duplicates(of: first).isEmpty)
    #expect(try scenario.store.events(of: second).filter { $0.type == "document.duplicate-found" }.count == 1)
  }
}
