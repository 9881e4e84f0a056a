import Dossiers

extension ProblemCode {
  /// The antivirus program knows something harmful in the file.
  static let virusFound = ProblemCode("virus.found")
  /// The file is too large for the antivirus program.
  static let virusNotScanned = ProblemCode("virus.not-scanned")
}

extension Problem {
  static func virusFound(_ signature: String) -> Problem {
    Problem(
      code: .virusFound, severity: .rejects,
      message: BilingualText(
        vi: "Tệp này có chứa mã độc (\(signature)) nên không được tiếp nhận.",
        en: "This file contains a virus (\(signature)), so it is not accepted."),
      remedy: BilingualText(
        vi:
          "Vui lòng quét vi-rút cho máy tính hoặc điện thoại của bạn, sau đó chụp hoặc quét lại giấy tờ và nộp tệp mới.",
        en:
          "Please check your computer or phone for viruses, then photograph or scan the paper again and hand in the new file."
      ))
  }

  static let virusNotScanned = Problem(
    code: .virusNotScanned, severity: .review,
    message: BilingualText(
      vi: "Tệp quá lớn nên chưa kiểm tra được mã độc.", en: "The file is too large to be checked for viruses."),
    remedy: BilingualText(
      vi: "Cán bộ tiếp nhận sẽ kiểm tra. Nếu được, vui lòng nộp tệp nhỏ hơn, ví dụ mỗi giấy tờ một tệp.",
      en: "An officer will look at it. If you can, hand in smaller files, such as one for each paper."))
}
