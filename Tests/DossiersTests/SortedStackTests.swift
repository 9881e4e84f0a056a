import Dossiers
import Testing

@Suite("Stacks, taken apart at their separators")
struct SortedStackTests {
  private func sheet(_ number: Int, series: String = "A") throws -> StackPage.Kind {
    .cover(try #require(CoverSheet(series: series, number: number, procedure: "1.004873")))
  }

  private func stack(_ kinds: [StackPage.Kind], prints: [Int: PageFingerprint] = [:]) -> SortedStack {
    SortedStack(kinds.enumerated().map { StackPage(number: $0 + 1, kind: $1, fingerprint: prints[$0 + 1]) })
  }

  @Test("each separator begins a dossier; blank sides are left out and noted")
  func sections() throws {
    let sorted = stack([
      try sheet(1), .blank, .content, .blank, .content, try sheet(2), .blank, .content, .damaged,
    ])
    #expect(sorted.isStack)
    #expect(sorted.sections.map(\.name) == ["A-1", "A-2"])
    #expect(sorted.sections.map(\.pages) == [[3, 5], [8, 9]])
    #expect(sorted.sections.map(\.blanks) == [[2, 4], [7]])
    #expect(sorted.sections.map(\.coverPage) == [1, 6])
    #expect(sorted.remarks.map(\.code) == [.damaged])
  }

  @Test("pages without any separator are no stack")
  func noStack() {
    let sorted = stack([.content, .blank, .content])
    #expect(!sorted.isStack)
    #expect(sorted.sections.map(\.pages) == [[1, 3]])
  }

  @Test("every page is in exactly one place, whatever the order")
  func nothingLost() throws {
    let kinds: [StackPage.Kind] = [
      .content, try sheet(3), .content, try sheet(3), .content, .unreadableCover, .content, try sheet(1), try sheet(9),
      .blank,
    ]
    let sorted = stack(kinds)
    let placed = sorted.sections.flatMap { $0.pages + $0.blanks }.sorted()
    #expect(placed == [1, 3, 5, 7])
    #expect(Set(sorted.sections.map(\.name)).count == sorted.sections.count)
    #expect(
      sorted.remarks.map(\.code.rawValue).sorted()
        == [
          "stack.pages-before-first-sheet", "stack.sheet-missing", "stack.sheet-missing", "stack.sheet-out-of-order",
          "stack.sheet-twice", "stack.sheet-unreadable", "stack.sheet-without-pages", "stack.sheet-without-pages",
        ])
  }

  @Test("a sheet that went through the feeder twice makes one dossier and a remark")
  func fedTwice() throws {
    let sorted = stack([try sheet(1), try sheet(1), .content])
    #expect(sorted.sections.map(\.pages) == [[3]])
    #expect(sorted.remarks.map(\.code) == [.twice])
    #expect(sorted.remarks.first?.page == 2)
  }

  @Test("a number that is not there is named with the place to look at")
  func missing() throws {
    let sorted = stack([try sheet(4), .content, try sheet(6), .content])
    #expect(sorted.remarks.map(\.code) == [.missing])
    #expect(sorted.remarks.first?.page == 3)
    #expect(sorted.remarks.first?.message.en.contains("A-5") == true)
  }

  @Test("a gap is one remark, however wide")
  func gaps() throws {
    let sorted = stack([try sheet(1), .content, try sheet(99_999), .content, try sheet(3), .content])
    let gaps = sorted.remarks.filter { $0.code == .missing }
    #expect(gaps.map(\.page) == [3, 3])
    #expect(gaps.contains { $0.message.en.contains("99995 cover sheets are missing, A-4 to A-99998") })
    #expect(gaps.contains { $0.message.vi.contains("A-2") })
  }

  @Test("two dossiers behind copies of one sheet stay two")
  func copied() throws {
    let sorted = stack([try sheet(1), .content, try sheet(1), .content])
    #expect(sorted.sections.map(\.name) == ["A-1", "A-1-again-2"])
  }

  @Test("a page that looks like the one before it is told, one of another dossier is not")
  func repeated() throws {
    let print = PageFingerprint(words: (0..<16).map { UInt16(truncatingIfNeeded: $0 * 7919) })
    let kinds = [try sheet(1), .content, .content, try sheet(2), .content]
    let sorted = stack(kinds, prints: [2: print, 3: print, 5: print])
    #expect(sorted.remarks.map(\.code) == [.repeated])
    #expect(sorted.remarks.first?.page == 3)
  }
}

@Suite("Fingerprints of pages")
struct PageFingerprintTests {
  private let print = PageFingerprint(words: (0..<16).map { UInt16(truncatingIfNeeded: $0 * 40_503 + 11) })

  @Test("they are written and read as 64 hexadecimal digits, and nothing else is read")
  func text() {
    #expect(print.description.utf8.count == 64)
    #expect(PageFingerprint(hex: print.description) == print)
    for other in ["", String(repeating: "g", count: 64), String(repeating: "0", count: 63)] {
      #expect(PageFingerprint(hex: other) == nil)
    }
  }

  @Test("a page upside down is as near as the page itself")
  func upsideDown() {
    #expect(print.upsideDown != print)
    #expect(print.upsideDown.upsideDown == print)
    #expect(print.distance(to: print.upsideDown) == 0)
  }

  @Test(
    "what is printed decides between papers that look alike",
    arguments: [
      ("Số 001190000017 sinh ngày 01/02/1990", "So 001190000017 sinh ngay 01/02/1990", PageLikeness.certain),
      ("Số 001190000017 sinh ngày 01/02/1990", "Số 001190000018 sinh ngày 03/04/1991", .different),
      ("", "", .likely),
      (
        "một hai ba bốn năm sáu bảy tám chín mười trăm nghìn triệu tỷ",
        "xuân hạ thu đông sông núi biển trời mây gió mưa nắng sương khói", .different
      ),
    ])
  func likeness(_ text: String, _ other: String, _ expected: PageLikeness) {
    #expect(PageLikeness(distance: 10, text: text, other: other) == expected)
    #expect(PageLikeness(distance: PageFingerprint.nearness + 1, text: text, other: other) == .different)
  }
}
