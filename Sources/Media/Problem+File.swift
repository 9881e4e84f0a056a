import Dossiers

extension Problem {
  /// What a sender may send, for remedies.
  private static let accepted = BilingualText(
    vi: "Xin gửi ảnh JPEG, PNG, HEIC, TIFF hoặc tệp PDF.", en: "Please send a JPEG, PNG, HEIC or TIFF picture or a PDF."
  )

  static let empty = Problem(
    code: .fileEmpty, severity: .rejects,
    message: BilingualText(vi: "Tệp rỗng, không có nội dung.", en: "The file is empty."),
    remedy: BilingualText(
      vi: "Xin mở lại tệp gốc trên máy của bạn để kiểm tra, rồi gửi lại.",
      en: "Please check the original on your device and send it again."))

  static let typeUnknown = Problem(
    code: .fileTypeUnknown, severity: .rejects,
    message: BilingualText(vi: "Không nhận ra loại tệp này.", en: "The kind of this file is not known."),
    remedy: accepted)

  static func typeUnsupported(_ format: KnownFormat) -> Problem {
    Problem(
      code: .fileTypeUnsupported, severity: .rejects,
      message: BilingualText(
        vi: "Tệp thuộc loại \(format.name.vi), chưa được tiếp nhận.",
        en: "The file is of the kind \(format.name.en), which is not taken."),
      remedy: remedy(for: format))
  }

  private static func remedy(for format: KnownFormat) -> BilingualText {
    switch format.kind {
    case .document:
      BilingualText(
        vi: "Xin mở tệp bằng phần mềm đã tạo ra nó, chọn lưu hoặc xuất thành PDF, rồi gửi tệp PDF đó.",
        en: "Please open it in the program that made it, save or export it as PDF, and send that PDF.")
    case .picture:
      BilingualText(
        vi: "Xin lưu ảnh thành JPEG hoặc PNG, giữ nguyên kích thước, rồi gửi lại.",
        en: "Please save the picture as JPEG or PNG at its full size and send it again.")
    case .archive:
      BilingualText(
        vi: "Xin giải nén rồi gửi từng tệp bên trong (JPEG, PNG, HEIC, TIFF hoặc PDF).",
        en: "Please unpack it and send the files inside (JPEG, PNG, HEIC, TIFF or PDF).")
    case .other:
      accepted
    }
  }

  static func typeMismatch(claimed: String, actual: MediaType, severity: Severity) -> Problem {
    Problem(
      code: .fileTypeMismatch, severity: severity,
      message: BilingualText(
        vi: "Tên tệp có đuôi .\(claimed) nhưng nội dung là \(actual.commonName).",
        en: "The file is named .\(claimed), but its content is \(actual.commonName)."),
      remedy: severity == .rejects
        ? BilingualText(
          vi:
            "Xin kiểm tra xem có chọn nhầm tệp không; nếu đúng tệp, xin đổi đuôi tên thành .\(actual.usualExtension) rồi gửi lại.",
          en:
            "Please check that it is the right file; if it is, rename it to .\(actual.usualExtension) and send it again."
        )
        : BilingualText(
          vi: "Tệp vẫn đọc được, bạn không cần làm gì.",
          en: "The file can be read all the same; there is nothing to do."))
  }

  static func tooLarge(bytes: Int64, limit: Int64) -> Problem {
    Problem(
      code: .fileTooLarge, severity: .rejects,
      message: BilingualText(
        vi: "Tệp quá lớn: \(megabytes(bytes, comma: true)) MB, tối đa \(megabytes(limit, comma: true)) MB.",
        en: "The file is too large: \(megabytes(bytes)) MB, at most \(megabytes(limit)) MB."),
      remedy: BilingualText(
        vi: "Xin giảm độ phân giải khi quét (200–300 dpi là đủ) hoặc chia thành nhiều tệp.",
        en: "Please scan at a lower resolution (200 to 300 dpi is enough) or split it into several files."))
  }

  static let xmlDamaged = Problem(
    code: .xmlDamaged, severity: .rejects,
    message: BilingualText(
      vi: "Tệp XML bị hỏng hoặc bị cắt cụt.", en: "The XML file is damaged or cut off."),
    remedy: BilingualText(
      vi: "Xin tải lại hóa đơn điện tử từ nơi phát hành rồi gửi lại.",
      en: "Please download the electronic invoice again from its issuer and send that."))

  /// With one decimal, rounded up: a file a little over the limit mustn't look as if it were at the limit.
  private static func megabytes(_ bytes: Int64, comma: Bool = false) -> String {
    let tenths = bytes / (1 << 20) * 10 + (bytes % (1 << 20) * 10 + (1 << 20) - 1) / (1 << 20)
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10)\(comma ? "," : ".")\(tenths % 10)"
  }
}

extension MediaRefusal {
  static func unreadable(_ detail: String) -> MediaRefusal {
    MediaRefusal(
      Problem(
        code: .fileUnreadable, severity: .review,
        message: BilingualText(
          vi: "Hệ thống không đọc được tệp đã lưu.", en: "The stored file could not be read by the system."),
        remedy: BilingualText(
          vi: "Cán bộ sẽ kiểm tra; bạn chưa cần làm gì.", en: "The office will check; there is nothing to do yet.")),
      detail: detail)
  }
}
