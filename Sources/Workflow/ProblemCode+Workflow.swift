public import Dossiers

extension ProblemCode {
  /// The document's stage host died three times by its own doing.
  public static let quarantined = ProblemCode("task.quarantined")
  /// A task gave up after its attempts.
  public static let taskFailed = ProblemCode("task.failed")
  /// A person set a quarantined document apart for good; the message carries the reason.
  public static let dropped = ProblemCode("document.dropped")
  /// A person rejected the dossier; the message carries the reason.
  public static let rejectedByPerson = ProblemCode("review.rejected")
}

extension Problem {
  static let quarantined = Problem(
    code: .quarantined, severity: .review,
    message: BilingualText(
      vi: "Hệ thống không xử lý được tệp này một cách an toàn; tệp đã được tách riêng.",
      en: "This file cannot be processed safely; it has been set aside."),
    remedy: BilingualText(
      vi: "Cán bộ tiếp nhận kiểm tra tệp gốc; nếu cần, đề nghị người nộp gửi bản chụp hoặc bản quét khác.",
      en: "An officer should check the original file and, if need be, ask the sender for another photo or scan."))

  static let taskFailed = Problem(
    code: .taskFailed, severity: .review,
    message: BilingualText(
      vi: "Hệ thống gặp lỗi khi xử lý và đã dừng sau nhiều lần thử.",
      en: "Processing ran into errors and gave up after several tries."),
    remedy: BilingualText(
      vi: "Người nộp không cần làm gì; cán bộ quản trị kiểm tra và cho chạy lại.",
      en: "The sender need not do anything; an operator should look into it and run it again."))

  static func dropped(reason: BilingualText, severity: Severity) -> Problem {
    Problem(
      code: .dropped, severity: severity, message: reason,
      remedy: BilingualText(
        vi: "Nếu giấy tờ này cần cho hồ sơ, vui lòng nộp bản chụp hoặc bản quét khác.",
        en: "If the dossier needs this document, please hand in another photo or scan of it."))
  }

  static func rejected(reason: BilingualText) -> Problem {
    Problem(
      code: .rejectedByPerson, severity: .rejects, message: reason,
      remedy: BilingualText(
        vi: "Vui lòng chỉnh sửa, bổ sung hồ sơ theo lý do nêu trên rồi nộp lại.",
        en: "Please mend or complete the dossier as stated above and hand it in again."))
  }
}
