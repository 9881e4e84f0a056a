import Dossiers

/// What a citizen took a picture of.
enum PicturedThing {
  case card, paper
}

extension PictureFlaw {
  var code: ProblemCode {
    switch self {
    case .tooSmall: .readingTooSmall
    case .blurred: .readingBlurred
    case .glare: .readingGlare
    case .cutOff: .readingCutOff
    case .tooDark: .readingTooDark
    case .covered: .readingCovered
    }
  }

  /// What is wrong, to follow a colon.
  var reason: BilingualText {
    switch self {
    case .tooSmall: BilingualText(vi: "ảnh quá nhỏ", en: "the picture is too small")
    case .blurred: BilingualText(vi: "ảnh bị mờ", en: "the picture is blurred")
    case .glare: BilingualText(vi: "ảnh bị lóa sáng", en: "glare hides part of it")
    case .cutOff:
      BilingualText(vi: "ảnh không chụp hết tờ giấy", en: "part of the paper is outside of the picture")
    case .tooDark: BilingualText(vi: "ảnh quá tối", en: "the picture is too dark")
    case .covered: BilingualText(vi: "một phần bị che hoặc bị mòn", en: "part of it is covered or worn")
    }
  }

  /// How to take the picture again.
  func remedy(of thing: PicturedThing) -> BilingualText {
    let (vi, en) = thing == .card ? ("thẻ", "card") : ("tờ giấy", "paper")
    return switch self {
    case .tooSmall:
      BilingualText(
        vi: "Vui lòng chụp lại gần hơn để \(vi) chiếm gần hết khung hình; nếu gửi qua Zalo, hãy gửi dưới dạng tệp "
          + "hoặc ảnh HD.",
        en: "Please take it again from closer, the \(en) filling the frame; over Zalo, send it as a file or in HD.")
    case .blurred:
      BilingualText(
        vi: "Vui lòng chụp lại nơi đủ sáng, giữ chắc tay và chờ máy lấy nét; nếu gửi qua Zalo, hãy gửi dưới dạng tệp "
          + "hoặc ảnh HD.",
        en: "Please take it again in good light, hold still and let the camera focus; over Zalo, send it as a file or "
          + "in HD.")
    case .glare:
      thing == .card
        ? BilingualText(
          vi: "Vui lòng chụp lại, tắt đèn flash và nghiêng thẻ để ánh đèn không phản chiếu.",
          en: "Please take it again without flash, tilting the card so that no lamp is mirrored in it.")
        : BilingualText(
          vi: "Vui lòng chụp lại, tắt đèn flash và xoay tờ giấy để ánh đèn không phản chiếu.",
          en: "Please take it again without flash, turning the paper so that no lamp is mirrored in it.")
    case .cutOff:
      thing == .card
        ? BilingualText(
          vi: "Vui lòng chụp lại sao cho thấy đủ bốn góc thẻ.",
          en: "Please take it again with all four corners in view.")
        : BilingualText(
          vi: "Vui lòng chụp lại sao cho thấy trọn tờ giấy.",
          en: "Please take it again with the whole paper in view.")
    case .tooDark:
      BilingualText(
        vi: "Vui lòng chụp lại ở nơi sáng hơn, gần cửa sổ hoặc dưới đèn, tránh để bóng tay che \(vi).",
        en: "Please take it again in a lighter place, near a window or under a lamp, with no shadow on the \(en).")
    case .covered:
      BilingualText(
        vi: "Vui lòng đặt \(vi) lên mặt phẳng, bỏ ra khỏi bao và chụp lại, không để ngón tay che chữ; nếu chữ đã mòn, "
          + "xin mang bản gốc đến.",
        en: "Please lay the \(en) down, out of its sleeve, and take it again with no finger on the print; if the print "
          + "is worn, please bring the original.")
    }
  }
}

extension Problem {
  /// The card, or whatever paper it is, could not be read; why, and how to take it again.
  static func unreadable(_ flaw: PictureFlaw, of thing: PicturedThing, page: Int) -> Problem {
    let message =
      switch (thing, flaw) {
      case (.paper, _):
        BilingualText(
          vi: "Không đọc được giấy tờ trong ảnh: \(flaw.reason.vi).",
          en: "The paper in the picture cannot be read: \(flaw.reason.en).")
      case (.card, .tooSmall):
        BilingualText(
          vi: "Ảnh thẻ quá nhỏ, không đọc được đủ thông tin.", en: "The card is too small in the picture to be read.")
      case (.card, .blurred):
        BilingualText(
          vi: "Ảnh thẻ bị mờ, không đọc được đủ thông tin.", en: "The picture of the card is too blurred to be read.")
      case (.card, .glare):
        BilingualText(
          vi: "Thẻ bị lóa sáng, một phần thông tin không đọc được.", en: "Glare hides part of the card.")
      case (.card, .cutOff):
        BilingualText(vi: "Ảnh không chụp hết thẻ.", en: "Part of the card is outside of the picture.")
      case (.card, .tooDark):
        BilingualText(
          vi: "Ảnh thẻ quá tối, không đọc được đủ thông tin.", en: "The picture of the card is too dark to be read.")
      case (.card, .covered):
        BilingualText(
          vi: "Một phần thẻ bị che hoặc bị mòn, không đọc được đủ thông tin.",
          en: "Part of the card is covered or worn and cannot be read.")
      }
    return Problem(
      code: flaw.code, severity: .review, page: page, message: message, remedy: flaw.remedy(of: thing))
  }
}
