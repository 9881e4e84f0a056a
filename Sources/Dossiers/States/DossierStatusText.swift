/// What a citizen is told about a dossier: where it stands, and what to do next.
public struct DossierStatusText: Hashable, Sendable, Codable {
  public let status: BilingualText
  public let nextStep: BilingualText

  /// `due`: named where the citizen waits for a result.
  public init(
    _ standing: DossierStanding, circumstances: DossierStanding.Circumstances = DossierStanding.Circumstances(),
    due: Timestamp? = nil
  ) {
    switch standing {
    case .received:
      status = BilingualText(
        vi: "Hồ sơ đã được gửi đến và đang được kiểm tra.", en: "Your dossier has arrived and is being checked.")
      nextStep = BilingualText(
        vi: "Bạn không cần làm gì thêm. Vui lòng quay lại xem kết quả kiểm tra sau ít phút.",
        en: "There is nothing for you to do. Please look again in a few minutes.")
    case .review:
      status = BilingualText(
        vi: "Hồ sơ đang được cán bộ xem xét.", en: "An officer is looking at your dossier.")
      nextStep = BilingualText(
        vi: "Bạn không cần làm gì thêm. Cán bộ sẽ liên hệ nếu cần bổ sung giấy tờ.",
        en: "There is nothing for you to do. The officer will contact you if anything is needed.")
    case .rejected where circumstances.isRefusedByOfficer:
      status = BilingualText(
        vi: "Hồ sơ không được tiếp nhận.", en: "Your dossier was not accepted.")
      nextStep = BilingualText(
        vi: "Vui lòng xem lý do kèm theo và liên hệ Bộ phận Tiếp nhận và Trả kết quả nếu cần hướng dẫn.",
        en: "Please read the reason given, and ask at the reception counter if you need help.")
    case .rejected:
      status = BilingualText(
        vi: "Hồ sơ cần được bổ sung hoặc gửi lại giấy tờ.", en: "Some of your documents must be sent again or added.")
      nextStep = BilingualText(
        vi: "Vui lòng xem từng mục bên dưới, sửa theo hướng dẫn rồi gửi lại.",
        en: "Please read each point below, mend it as described, and send the documents again.")
    case .accepted:
      status = BilingualText(
        vi: "Hồ sơ đã được tiếp nhận.", en: "Your dossier has been accepted.")
      nextStep = Self.waiting(due)
    case .handedOff:
      status = BilingualText(
        vi: "Hồ sơ đã được chuyển đến bộ phận chuyên môn và đang được giải quyết.",
        en: "Your dossier is with the department in charge and is being handled.")
      nextStep = Self.waiting(due)
    case .resultReady:
      status = BilingualText(vi: "Hồ sơ đã có kết quả.", en: "The result of your dossier is ready.")
      nextStep = BilingualText(
        vi: "Vui lòng nhận kết quả tại nơi đã đăng ký, mang theo giấy tiếp nhận hồ sơ và giấy tờ tùy thân.",
        en: "Please collect it at the place you chose, with the receipt and an identity document.")
    case .cancelled where circumstances.isWithdrawnByCitizen:
      status = BilingualText(
        vi: "Hồ sơ đã được rút theo yêu cầu của bạn.", en: "Your dossier was withdrawn as you asked.")
      nextStep = Self.again
    case .cancelled:
      status = BilingualText(vi: "Hồ sơ đã dừng xử lý.", en: "The handling of your dossier has been stopped.")
      nextStep = Self.again
    }
  }

  private static let again = BilingualText(
    vi: "Nếu vẫn có nhu cầu, vui lòng nộp hồ sơ mới.", en: "If you still need it, please hand in a new dossier.")

  private static func waiting(_ due: Timestamp?) -> BilingualText {
    guard let due else {
      return BilingualText(
        vi: "Vui lòng giữ giấy tiếp nhận hồ sơ để nhận kết quả.", en: "Please keep the receipt to collect the result.")
    }
    let time = VietnamTime(due)
    let clock = "\(twoDigits(time.hour)):\(twoDigits(time.minute))"
    return BilingualText(
      vi: "Vui lòng giữ giấy tiếp nhận hồ sơ. Thời gian hẹn trả kết quả: \(clock) ngày \(time.date.vietnamese).",
      en: "Please keep the receipt. The result is due at \(clock) on \(time.date.vietnamese).")
  }
}
