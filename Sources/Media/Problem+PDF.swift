import Dossiers

extension Problem {
  private static let printAnew = BilingualText(
    vi: "Xin mở tệp gốc, in hoặc xuất lại thành PDF rồi gửi lại.",
    en: "Please open the original, print or export it as PDF anew and send that.")
  private static let nothingToDo = BilingualText(
    vi: "Tệp vẫn đọc được, bạn không cần làm gì.", en: "The file can be read all the same; there is nothing to do.")

  static func pdfDamaged(page: Int? = nil, severity: Severity = .rejects) -> Problem {
    Problem(
      code: .pdfDamaged, severity: severity, page: page,
      message: severity == .rejects
        ? (page == nil
          ? BilingualText(vi: "Tệp PDF bị hỏng, không đọc được.", en: "The PDF is damaged and cannot be read.")
          : BilingualText(
            vi: "Một trang của tệp PDF bị hỏng, không đọc được.", en: "A page of the PDF is damaged and cannot be read."
          ))
        : BilingualText(
          vi: "Cấu trúc tệp PDF có lỗi nhỏ, đã đọc được sau khi sửa.",
          en: "The PDF's structure has faults; it could be read after repair."),
      remedy: severity == .rejects ? printAnew : nothingToDo)
  }

  static func pdfEncrypted(severity: Severity) -> Problem {
    Problem(
      code: .pdfEncrypted, severity: severity,
      message: severity == .rejects
        ? BilingualText(vi: "Tệp PDF có mật khẩu mở.", en: "The PDF can only be opened with a password.")
        : BilingualText(
          vi: "Tệp PDF bị khóa chỉnh sửa nhưng vẫn đọc được.", en: "The PDF is locked against changes but can be read."),
      remedy: severity == .rejects
        ? BilingualText(
          vi: "Xin bỏ mật khẩu (mở tệp rồi in hoặc lưu lại thành PDF không mật khẩu) và gửi lại.",
          en: "Please remove the password (open it and print or save it as a PDF without one) and send it again.")
        : nothingToDo)
  }

  static func tooManyPages(_ pages: Int, limit: Int) -> Problem {
    Problem(
      code: .pdfTooManyPages, severity: .rejects,
      message: BilingualText(
        vi: "Tệp PDF có \(pages) trang, tối đa \(limit) trang.", en: "The PDF has \(pages) pages, at most \(limit)."),
      remedy: BilingualText(
        vi: "Xin chia thành nhiều tệp rồi gửi lại.", en: "Please split it into several files and send them again."))
  }

  static var pdfBursts: Problem {
    Problem(
      code: .pdfBursts, severity: .rejects,
      message: BilingualText(
        vi: "Tệp PDF chứa dữ liệu nén bung ra quá lớn, không đọc được.",
        en: "The PDF holds compressed data that unpacks to far too much to be read."),
      remedy: printAnew)
  }

  static func pageTooLarge(page: Int, widthInMillimetres: Int, heightInMillimetres: Int) -> Problem {
    Problem(
      code: .pdfPageTooLarge, severity: .rejects, page: page,
      message: BilingualText(
        vi: "Trang \(page) quá khổ: \(widthInMillimetres) × \(heightInMillimetres) mm.",
        en: "Page \(page) is too large: \(widthInMillimetres) × \(heightInMillimetres) mm."),
      remedy: BilingualText(
        vi: "Xin xuất lại trang này ở khổ nhỏ hơn (A4 đến A2) rồi gửi lại.",
        en: "Please export that page at a smaller paper size (A4 to A2) and send it again."))
  }

  /// Facts about a PDF that whoever opens the original must know; none of them is acted upon here.
  static func pdfPeril(_ code: ProblemCode, vi: String, en: String) -> Problem {
    Problem(code: code, severity: .warning, message: BilingualText(vi: vi, en: en), remedy: nothingToDo)
  }
}
