/// The status of a dossier on the national public service portal, by its number.
public enum NationalStatus: Int, Sendable, Codable, CaseIterable {
  case newlyRegistered = 1
  case accepted = 2
  case notAccepted = 3
  case inProgress = 4
  case supplementRequested = 5
  case paymentRequested = 6
  case withdrawn = 7
  case stopped = 8
  case finished = 9
  case resultReturned = 10

  /// As the portal names it.
  public var name: BilingualText {
    switch self {
    case .newlyRegistered: BilingualText(vi: "Mới đăng ký", en: "Newly registered")
    case .accepted: BilingualText(vi: "Được tiếp nhận", en: "Accepted")
    case .notAccepted: BilingualText(vi: "Không được tiếp nhận", en: "Not accepted")
    case .inProgress: BilingualText(vi: "Đang xử lý", en: "In progress")
    case .supplementRequested: BilingualText(vi: "Yêu cầu bổ sung giấy tờ", en: "Supplement requested")
    case .paymentRequested: BilingualText(vi: "Yêu cầu thực hiện nghĩa vụ tài chính", en: "Payment requested")
    case .withdrawn: BilingualText(vi: "Công dân yêu cầu rút hồ sơ", en: "Withdrawn by the citizen")
    case .stopped: BilingualText(vi: "Dừng xử lý", en: "Stopped")
    case .finished: BilingualText(vi: "Đã xử lý xong", en: "Finished")
    case .resultReturned: BilingualText(vi: "Đã trả kết quả", en: "Result returned")
    }
  }
}
