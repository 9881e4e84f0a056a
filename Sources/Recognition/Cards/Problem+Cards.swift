import Dossiers

extension Problem {
  /// Two readings that should be one. Names both, and where each was read.
  static func identityConflict(
    _ what: BilingualText, _ first: (value: String, from: BilingualText),
    _ second: (value: String, from: BilingualText),
    page: Int
  ) -> Problem {
    Problem(
      code: .identityConflict, severity: .review, page: page,
      message: BilingualText(
        vi: "\(what.vi) không thống nhất: \(first.from.vi) là \(first.value), \(second.from.vi) là \(second.value).",
        en: "The \(what.en) disagrees: \(first.value) by \(first.from.en), \(second.value) by \(second.from.en)."),
      remedy: BilingualText(
        vi: "Cán bộ tiếp nhận xin đối chiếu với thẻ gốc.", en: "An officer must compare with the card itself."))
  }

  /// The card could not be read; why, and how to take it again.
  static func unreadable(_ cause: PictureFlaw, page: Int) -> Problem {
    switch cause {
    case .tooSmall:
      Problem(
        code: .readingTooSmall, severity: .review, page: page,
        message: BilingualText(
          vi: "Ảnh thẻ quá nhỏ, không đọc được đủ thông tin.", en: "The card is too small in the picture to be read."),
        remedy: BilingualText(
          vi:
            "Vui lòng chụp lại gần hơn để thẻ chiếm gần hết khung hình; nếu gửi qua Zalo, hãy gửi dưới dạng tệp hoặc ảnh HD.",
          en: "Please take it again from closer, the card filling the frame; over Zalo, send it as a file or in HD."))
    case .blurred:
      Problem(
        code: .readingBlurred, severity: .review, page: page,
        message: BilingualText(
          vi: "Ảnh thẻ bị mờ, không đọc được đủ thông tin.", en: "The picture of the card is too blurred to be read."),
        remedy: BilingualText(
          vi:
            "Vui lòng chụp lại nơi đủ sáng, giữ chắc tay và chờ máy lấy nét; nếu gửi qua Zalo, hãy gửi dưới dạng tệp hoặc ảnh HD.",
          en:
            "Please take it again in good light, hold still and let the camera focus; over Zalo, send it as a file or in HD."
        ))
    case .glare:
      Problem(
        code: .readingGlare, severity: .review, page: page,
        message: BilingualText(
          vi: "Thẻ bị lóa sáng, một phần thông tin không đọc được.", en: "Glare hides part of the card."),
        remedy: BilingualText(
          vi: "Vui lòng chụp lại, tắt đèn flash và nghiêng thẻ để ánh đèn không phản chiếu.",
          en: "Please take it again without flash, tilting the card so that no lamp is mirrored in it."))
    case .cutOff:
      Problem(
        code: .readingCutOff, severity: .review, page: page,
        message: BilingualText(vi: "Ảnh không chụp hết thẻ.", en: "Part of the card is outside of the picture."),
        remedy: BilingualText(
          vi: "Vui lòng chụp lại sao cho thấy đủ bốn góc thẻ.",
          en: "Please take it again with all four corners in view."))
    }
  }
}
