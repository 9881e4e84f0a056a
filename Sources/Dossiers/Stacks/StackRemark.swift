/// Something odd about a scanned stack that a person should know of.
public struct StackRemark: Sendable, Hashable, Codable {
  public enum Code: String, Sendable, Codable {
    /// The same separator again: fed twice, or copied.
    case twice = "stack.sheet-twice"
    /// A number of the series is not there: two sheets went through together, or one was forgotten.
    case missing = "stack.sheet-missing"
    case outOfOrder = "stack.sheet-out-of-order"
    case empty = "stack.sheet-without-pages"
    case unreadableCover = "stack.sheet-unreadable"
    case withoutCover = "stack.pages-before-first-sheet"
    case repeated = "stack.page-twice"
    case damaged = "stack.page-damaged"
  }

  public let code: Code
  /// Counted from 1 within the stack: where to look.
  public let page: Int
  public let message: BilingualText

  static func twice(_ sheet: CoverSheet, page: Int, earlier: Int) -> StackRemark {
    StackRemark(
      code: .twice, page: page,
      message: BilingualText(
        vi: "Tờ phân cách \(sheet.series)-\(sheet.number) ở trang \(page) đã có ở trang \(earlier).",
        en: "Cover sheet \(sheet.series)-\(sheet.number) on page \(page) was on page \(earlier) already."))
  }

  /// One remark for a gap, however wide: a sheet of a later print run in the stack leaves one of thousands.
  static func missing(series: String, numbers: ClosedRange<Int>, page: Int) -> StackRemark {
    let (first, last) = ("\(series)-\(numbers.lowerBound)", "\(series)-\(numbers.upperBound)")
    let count = numbers.count
    return StackRemark(
      code: .missing, page: page,
      message: count == 1
        ? BilingualText(
          vi:
            "Thiếu tờ phân cách \(first): có thể máy quét kéo hai tờ một lần. Hãy xem các trang trước trang \(page).",
          en: "Cover sheet \(first) is missing: the feeder may have taken two sheets at once. Look before page \(page)."
        )
        : BilingualText(
          vi: "Thiếu \(count) tờ phân cách, từ \(first) đến \(last). Hãy xem các trang trước trang \(page).",
          en: "\(count) cover sheets are missing, \(first) to \(last). Look before page \(page)."))
  }

  static func outOfOrder(_ sheet: CoverSheet, page: Int, after: Int) -> StackRemark {
    StackRemark(
      code: .outOfOrder, page: page,
      message: BilingualText(
        vi: "Tờ phân cách \(sheet.series)-\(sheet.number) ở trang \(page) nằm sau tờ số \(after).",
        en: "Cover sheet \(sheet.series)-\(sheet.number) on page \(page) comes after number \(after)."))
  }

  static func empty(_ name: String, page: Int) -> StackRemark {
    StackRemark(
      code: .empty, page: page,
      message: BilingualText(
        vi: "Sau tờ phân cách \(name) (trang \(page)) không có trang nào.",
        en: "No page follows cover sheet \(name) (page \(page))."))
  }

  static func unreadableCover(_ name: String, page: Int) -> StackRemark {
    StackRemark(
      code: .unreadableCover, page: page,
      message: BilingualText(
        vi: "Không đọc được mã của tờ phân cách ở trang \(page); các trang sau đó là hồ sơ “\(name)”.",
        en: "The code of the cover sheet on page \(page) cannot be read; the pages after it are the dossier “\(name)”."
      ))
  }

  static func withoutCover(pages: Int) -> StackRemark {
    StackRemark(
      code: .withoutCover, page: 1,
      message: BilingualText(
        vi: "Có \(pages) trang nằm trước tờ phân cách đầu tiên.", en: "\(pages) pages lie before the first cover sheet."
      ))
  }

  static func repeated(page: Int, earlier: Int, in name: String) -> StackRemark {
    StackRemark(
      code: .repeated, page: page,
      message: BilingualText(
        vi: "Trang \(page) trong hồ sơ \(name) giống trang \(earlier): có thể một tờ được quét hai lần.",
        en: "Page \(page) in dossier \(name) looks the same as page \(earlier): a sheet may have been scanned twice."))
  }

  static func damaged(page: Int) -> StackRemark {
    StackRemark(
      code: .damaged, page: page,
      message: BilingualText(vi: "Trang \(page) bị hỏng.", en: "Page \(page) is damaged."))
  }
}
