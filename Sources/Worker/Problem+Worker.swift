import Dossiers

extension ProblemCode {
  /// A stage took longer than the plan allows.
  static let limitsTime = ProblemCode("limits.time")
  /// A stage needed more memory, or a larger file, than the plan allows.
  static let limitsMemory = ProblemCode("limits.memory")
  /// The program that reads documents died over this one.
  static let hostDied = ProblemCode("host.died")
  /// A stage could not do its work on this document.
  static let stageFailed = ProblemCode("stage.failed")
}

extension Problem {
  /// What a host's death means for the document: a person must look at it.
  static func of(_ death: HostDeath) -> Problem {
    switch death.cause {
    case .timeLimit, .processorLimit:
      Problem(
        code: .limitsTime, severity: .review, page: death.page,
        message: BilingualText(
          vi: "Tệp này cần quá nhiều thời gian để đọc tự động (bước \(death.stage)).",
          en: "Reading this file automatically takes too long (stage \(death.stage))."),
        remedy: onlyAPerson)
    case .memoryLimit, .fileSizeLimit:
      Problem(
        code: .limitsMemory, severity: .review, page: death.page,
        message: BilingualText(
          vi: "Tệp này cần quá nhiều bộ nhớ để đọc tự động (bước \(death.stage)).",
          en: "Reading this file automatically takes too much memory (stage \(death.stage))."),
        remedy: onlyAPerson)
    default:
      Problem(
        code: .hostDied, severity: .review, page: death.page,
        message: BilingualText(
          vi: "Chương trình đọc tệp đã dừng đột ngột khi xử lý tệp này (bước \(death.stage)).",
          en: "The program that reads files stopped abruptly over this file (stage \(death.stage))."),
        remedy: onlyAPerson)
    }
  }

  /// A stage that gave up on a document.
  static func failed(stage: String) -> Problem {
    Problem(
      code: .stageFailed, severity: .review,
      message: BilingualText(
        vi: "Không xử lý tự động được tệp này (bước \(stage)).",
        en: "This file could not be processed automatically (stage \(stage))."),
      remedy: onlyAPerson)
  }

  private static let onlyAPerson = BilingualText(
    vi: "Cán bộ tiếp nhận sẽ kiểm tra trực tiếp. Nếu được yêu cầu, vui lòng gửi lại bản quét hoặc ảnh chụp mới.",
    en: "An officer will look at it. If asked, please send a fresh scan or photo.")
}
