/// A scanned stack taken apart at its separators: which pages make which dossier, and what is odd about the stack.
public struct SortedStack: Sendable, Hashable, Codable {
  /// The pages of one dossier.
  public struct Section: Sendable, Hashable, Codable {
    /// What to call it: `2026-08-21-12`, after its separator.
    public var name: String
    /// Nil for pages that lie before the first separator, and where a separator could not be read.
    public let cover: CoverSheet?
    /// The separator's page; nil for pages that lie before the first one.
    public let coverPage: Int?
    /// The pages that make the dossier, in order.
    public internal(set) var pages: [Int] = []
    /// Pages without anything on them, left out.
    public internal(set) var blanks: [Int] = []
  }

  public let sections: [Section]
  public let remarks: [StackRemark]

  /// False where there is no separator at all: the file is a document like any other.
  public var isStack: Bool { sections.contains { $0.coverPage != nil } }

  /// Sorts the pages, which come in the order of the stack.
  public init(_ pages: [StackPage]) {
    var sections = Self.cut(pages)
    var remarks = Self.seriesRemarks(pages)
    // A sheet that went through the feeder twice brings nothing the first time.
    for section in sections where section.pages.isEmpty && section.coverPage != nil {
      let isTwice = sections.contains { $0.cover != nil && $0.cover == section.cover && !$0.pages.isEmpty }
      if !isTwice { remarks.append(.empty(section.name, page: section.coverPage ?? 1)) }
    }
    sections.removeAll { $0.pages.isEmpty }
    Self.tellApart(&sections)
    for section in sections {
      if section.coverPage == nil {
        remarks.append(.withoutCover(pages: section.pages.count))
      } else if section.cover == nil {
        remarks.append(.unreadableCover(section.name, page: section.coverPage ?? 1))
      }
    }
    remarks += Self.repeatedPages(pages, in: sections)
    remarks += pages.filter { $0.kind == .damaged }.map { .damaged(page: $0.number) }
    self.sections = sections
    self.remarks = remarks.sorted { ($0.page, $0.code.rawValue) < ($1.page, $1.code.rawValue) }
  }

  private static func cut(_ pages: [StackPage]) -> [Section] {
    var sections: [Section] = []
    for page in pages {
      switch page.kind {
      case .cover(let sheet):
        sections.append(Section(name: "\(sheet.series)-\(sheet.number)", cover: sheet, coverPage: page.number))
      case .unreadableCover:
        sections.append(Section(name: "page-\(page.number)", cover: nil, coverPage: page.number))
      case .blank, .content, .damaged:
        if sections.isEmpty { sections.append(Section(name: "before-first-sheet", cover: nil, coverPage: nil)) }
        if page.kind == .blank {
          sections[sections.count - 1].blanks.append(page.number)
        } else {
          sections[sections.count - 1].pages.append(page.number)
        }
      }
    }
    return sections
  }

  /// Two dossiers behind copies of one sheet are two dossiers.
  private static func tellApart(_ sections: inout [Section]) {
    var used: [String: Int] = [:]
    for index in sections.indices {
      let count = used[sections[index].name, default: 0] + 1
      used[sections[index].name] = count
      if count > 1 { sections[index].name += "-again-\(count)" }
    }
  }

  /// What the numbers on the separators tell about the feeder and the hands that laid the stack.
  private static func seriesRemarks(_ pages: [StackPage]) -> [StackRemark] {
    var remarks: [StackRemark] = []
    var seen: [String: [(number: Int, page: Int)]] = [:]
    var latest: (sheet: CoverSheet, page: Int)?
    for page in pages {
      guard case .cover(let sheet) = page.kind else { continue }
      if let earlier = seen[sheet.series]?.first(where: { $0.number == sheet.number }) {
        remarks.append(.twice(sheet, page: page.number, earlier: earlier.page))
      } else if let latest, latest.sheet.series == sheet.series, latest.sheet.number > sheet.number {
        remarks.append(.outOfOrder(sheet, page: page.number, after: latest.sheet.number))
      }
      seen[sheet.series, default: []].append((sheet.number, page.number))
      latest = (sheet, page.number)
    }
    for (series, sheets) in seen {
      let numbers = Set(sheets.map(\.number)).sorted()
      for (before, after) in zip(numbers, numbers.dropFirst()) where after - before > 1 {
        let next = sheets.filter { $0.number >= after }.map(\.page).min() ?? 1
        remarks.append(.missing(series: series, numbers: (before + 1)...(after - 1), page: next))
      }
    }
    return remarks
  }

  /// Pages of one dossier that look the same to the bit or nearly so: a sheet fed twice.
  private static func repeatedPages(_ pages: [StackPage], in sections: [Section]) -> [StackRemark] {
    let prints = Dictionary(
      pages.compactMap { page in page.fingerprint.map { (page.number, $0) } }, uniquingKeysWith: { first, _ in first })
    return sections.flatMap { section -> [StackRemark] in
      var remarks: [StackRemark] = []
      for (index, page) in section.pages.enumerated() {
        // A feeder that takes a sheet again does so at once: the page before it, or its other side's.
        for earlier in section.pages[max(0, index - 2)..<index] {
          guard let one = prints[earlier], let other = prints[page], one.distance(to: other) <= 12 else { continue }
          remarks.append(.repeated(page: page, earlier: earlier, in: section.name))
          break
        }
      }
      return remarks
    }
  }
}
