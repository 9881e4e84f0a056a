extension Problem {
  public static func missingDocument(_ missing: Completeness.Missing, severity: Severity) -> Problem {
    let name = missing.document.name
    return Problem(
      code: .dossierMissingDocument, severity: severity,
      message: BilingualText(
        vi: "Hồ sơ còn thiếu: \(name.vi) (\(missing.count) bản).",
        en: "Missing from the dossier: \(name.en) (\(missing.count))."),
      remedy: BilingualText(
        vi: "Vui lòng nộp bổ sung giấy tờ này cho cùng hồ sơ.",
        en: "Please hand in this document for the same dossier."))
  }

  /// `earlier`: the file, or the dossier's code, where the same bytes were first handed in.
  public static func duplicate(of earlier: String, inSameDossier: Bool) -> Problem {
    let vi = inSameDossier ? "tệp \(earlier) trong cùng hồ sơ" : "tệp đã nộp trước đây (hồ sơ \(earlier))"
    let en = inSameDossier ? "the file \(earlier) of this dossier" : "one handed in before (dossier \(earlier))"
    return Problem(
      code: .documentDuplicate, severity: .warning,
      message: BilingualText(vi: "Tệp này giống hệt \(vi).", en: "This file is the same as \(en)."),
      remedy: BilingualText(
        vi: "Nếu bạn định nộp một giấy tờ khác, vui lòng gửi lại đúng tệp; nếu không, bạn không cần làm gì thêm.",
        en: "If you meant to hand in another document, please send the right file; otherwise nothing is to be done."))
  }

  /// A document that is in another dossier already: the same bytes, or the same paper pictured again.
  public static func handedInBefore(
    file: String, dossier: String, isSameFile: Bool, severity: Severity
  ) -> Problem {
    let message =
      isSameFile
      ? BilingualText(
        vi: "Tệp \(file) giống hệt tệp đã nộp trong hồ sơ \(dossier).",
        en: "The file \(file) is the same as one handed in with dossier \(dossier).")
      : BilingualText(
        vi: "Tệp \(file) là bản chụp lại của giấy tờ đã nộp trong hồ sơ \(dossier).",
        en: "The file \(file) shows a paper that was handed in with dossier \(dossier).")
    let remedy: BilingualText =
      switch severity {
      case .rejects:
        BilingualText(
          vi: "Nếu hồ sơ \(dossier) đã đủ, bạn không cần nộp lại; nếu muốn nộp giấy tờ khác, vui lòng gửi đúng tệp.",
          en:
            "If dossier \(dossier) is complete, nothing need be handed in again; otherwise please send the right file."
        )
      case .review:
        BilingualText(
          vi: "Cán bộ sẽ so hai giấy tờ và quyết định.", en: "An officer will compare the two papers and decide.")
      case .warning:
        BilingualText(
          vi: "Hai hồ sơ được liên kết với nhau; không cần làm gì thêm.",
          en: "The two dossiers are linked; nothing is to be done.")
      }
    return Problem(
      code: isSameFile ? .documentDuplicate : .documentPicturedAgain, severity: severity, message: message,
      remedy: remedy)
  }

  /// Nothing of a picture could be read; a later file was taken in its stead, because the dossier is complete with it.
  public static func supersededUnread(file: String, by later: String) -> Problem {
    Problem(
      code: .documentSuperseded, severity: .warning,
      message: BilingualText(
        vi: "Tệp \(file) không đọc được; tệp gửi sau \(later) được dùng thay vì hồ sơ đã đủ giấy tờ.",
        en: "Nothing could be read of the file \(file); the later file \(later) stands in for it, as the dossier is "
          + "complete with it."),
      remedy: BilingualText(
        vi: "Nếu hai tệp là hai giấy tờ khác nhau, vui lòng gửi lại ảnh rõ của giấy tờ trong tệp \(file).",
        en: "If they are two different papers, please send a clear picture of the one in the file \(file)."))
  }

  /// Both readings are named: a person has to choose between them.
  public static func identityConflict(
    number: String, field: FieldName, first: (value: String, document: String),
    second: (value: String, document: String)
  ) -> Problem {
    let name = field.spoken
    return Problem(
      code: .identityConflict, severity: .review,
      message: BilingualText(
        vi: "Giấy tờ mang số \(number) cho hai \(name.vi) khác nhau: \(first.value) (\(first.document)) và "
          + "\(second.value) (\(second.document)).",
        en: "The documents with number \(number) give two different values for \(name.en): \(first.value) "
          + "(\(first.document)) and \(second.value) (\(second.document))."),
      remedy: BilingualText(
        vi: "Cán bộ sẽ đối chiếu với bản chính. Nếu bạn gửi nhầm giấy tờ, vui lòng gửi lại đúng giấy tờ.",
        en: "An officer will compare them with the originals. If you sent a wrong document, please send the right one.")
    )
  }

  /// A front and a back that are not of one card.
  public static func identitySidesConflict(
    front: (number: String, document: String), back: (number: String, document: String)
  ) -> Problem {
    Problem(
      code: .identityConflict, severity: .review,
      message: BilingualText(
        vi: "Mặt trước và mặt sau không cùng một thẻ: mặt trước mang số \(front.number) (\(front.document)), mặt sau "
          + "mang số \(back.number) (\(back.document)).",
        en: "Front and back are not of one card: the front has number \(front.number) (\(front.document)), the back "
          + "has number \(back.number) (\(back.document))."),
      remedy: BilingualText(
        vi: "Vui lòng gửi đủ hai mặt của từng thẻ.", en: "Please send both sides of each card."))
  }

  public static func identityNumberMismatch(_ contradiction: IdentityNumber.Contradiction, page: Int?) -> Problem {
    let (vi, en) =
      switch contradiction {
      case .birthYear(let number, let read):
        (
          "Số định danh cho biết năm sinh \(number), nhưng ngày sinh đọc được thuộc năm \(read).",
          "The identification number says birth in \(number), but the birth date read is of \(read)."
        )
      case .sex(let number, let read):
        (
          "Số định danh cho biết giới tính \(number.vietnamese), nhưng giới tính đọc được là \(read.vietnamese).",
          "The identification number says \(number.english), but the sex read is \(read.english)."
        )
      }
    return Problem(
      code: .identityNumberMismatch, severity: .warning, page: page, message: BilingualText(vi: vi, en: en),
      remedy: BilingualText(
        vi: "Cán bộ cần đối chiếu số định danh, ngày sinh và giới tính với bản chính.",
        en: "An officer should compare number, birth date and sex with the original."))
  }

  public static func identityProvinceUnknown(code: String, page: Int?) -> Problem {
    Problem(
      code: .identityProvinceUnknown, severity: .warning, page: page,
      message: BilingualText(
        vi: "Ba số đầu \(code) của số định danh không phải mã tỉnh, thành phố của Việt Nam.",
        en: "The first three digits \(code) of the identification number are no Vietnamese province's code."),
      remedy: BilingualText(
        vi: "Cán bộ cần đối chiếu số định danh; người đăng ký khai sinh ở nước ngoài mang mã quốc gia.",
        en: "An officer should compare the number; people registered abroad carry a country's code."))
  }

  public static func identityExpired(on date: CivilDate, page: Int?) -> Problem {
    Problem(
      code: .identityExpired, severity: .warning, page: page,
      message: BilingualText(
        vi: "Thẻ đã hết hạn ngày \(date.vietnamese).", en: "The card expired on \(date.iso)."),
      remedy: BilingualText(
        vi: "Vui lòng gửi ảnh thẻ còn hạn sử dụng, nếu có.",
        en: "Please send a picture of a valid card, if there is one."))
  }

  public static func calendarNotCovered(until date: CivilDate) -> Problem {
    Problem(
      code: .calendarNotCovered, severity: .warning,
      message: BilingualText(
        vi: "Lịch nghỉ lễ của hệ thống chưa có đến ngày \(date.vietnamese); ngày hẹn trả chỉ trừ ngày nghỉ hằng tuần.",
        en: "The calendar of holidays does not reach \(date.iso); the due date leaves out the weekly rest only."),
      remedy: BilingualText(
        vi: "Người quản trị cần cập nhật tệp lịch (calendar.json).",
        en: "The administrator should bring the calendar file (calendar.json) up to date."))
  }
}
