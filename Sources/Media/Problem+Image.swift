import Dossiers

extension Problem {
  private static let sendAgain = BilingualText(
    vi: "Xin gửi lại ảnh gốc; nếu ảnh gốc cũng hỏng, xin chụp hoặc quét lại.",
    en: "Please send the original again; if that is broken too, take or scan it anew.")
  private static let nothingToDo = BilingualText(
    vi: "Ảnh vẫn đọc được, bạn không cần làm gì.", en: "The picture can be read all the same; there is nothing to do.")

  static func truncated(page: Int? = nil, severity: Severity = .rejects) -> Problem {
    Problem(
      code: .imageTruncated, severity: severity, page: page,
      message: BilingualText(
        vi: "Ảnh bị cắt cụt: phần cuối của tệp bị thiếu.", en: "The picture is cut off: the end of the file is missing."
      ),
      remedy: severity == .rejects ? sendAgain : nothingToDo)
  }

  static func damaged(page: Int? = nil, severity: Severity = .rejects) -> Problem {
    Problem(
      code: .imageDamaged, severity: severity, page: page,
      message: severity == .rejects
        ? BilingualText(vi: "Ảnh bị hỏng, không đọc được.", en: "The picture is damaged and cannot be read.")
        : BilingualText(vi: "Tệp ảnh có lỗi nhỏ.", en: "The picture file has a small fault."),
      remedy: severity == .rejects ? sendAgain : nothingToDo)
  }

  static func tooManyPixels(page: Int? = nil, width: Int, height: Int, limit: Int) -> Problem {
    Problem(
      code: .imageTooManyPixels, severity: .rejects, page: page,
      message: BilingualText(
        vi: "Ảnh quá nhiều điểm ảnh: \(width) × \(height), tối đa \(limit / 1_000_000) triệu.",
        en: "The picture has too many pixels: \(width) × \(height), at most \(limit / 1_000_000) million."),
      remedy: BilingualText(
        vi: "Xin chụp hoặc quét với độ phân giải thấp hơn (200–300 dpi là đủ) rồi gửi lại.",
        en: "Please take or scan it at a lower resolution (200 to 300 dpi is enough) and send it again."))
  }

  static func tooSmall(page: Int? = nil, width: Int, height: Int, minShortSide: Int) -> Problem {
    Problem(
      code: .imageTooSmall, severity: .warning, page: page,
      message: BilingualText(
        vi: "Ảnh nhỏ (\(width) × \(height) điểm ảnh), chữ có thể không đọc được.",
        en: "The picture is small (\(width) × \(height) pixels); its text may not be readable."),
      remedy: BilingualText(
        vi: "Nếu có thể, xin gửi ảnh gốc lớn hơn (cạnh ngắn từ \(minShortSide) điểm ảnh).",
        en: "If you can, please send the larger original (short side of at least \(minShortSide) pixels)."))
  }

  static func tooManyImagePages(_ pages: Int, limit: Int) -> Problem {
    Problem(
      code: .imageTooManyPages, severity: .rejects,
      message: BilingualText(
        vi: "Tệp có quá nhiều trang: hơn \(limit) trang.", en: "The file has too many pages: more than \(limit)."),
      remedy: BilingualText(
        vi: "Xin chia thành nhiều tệp rồi gửi lại.", en: "Please split it into several files and send them again."))
  }
}
