import Workflow

extension Dossier.State {
  /// After "hồ sơ", for officers and other systems; citizens are told `statusText`.
  var vietnamese: String {
    switch self {
    case .received: "đang được xử lý"
    case .review: "đang chờ cán bộ xem xét"
    case .rejected: "đã bị từ chối"
    case .accepted: "đã được chấp nhận"
    case .handedOff: "đã được chuyển giải quyết"
    case .resultReady: "đã có kết quả"
    case .cancelled: "đã bị hủy"
    }
  }
}

extension QueuedTask.State {
  /// After "tác vụ".
  var vietnamese: String {
    switch self {
    case .waiting: "đang chờ các giấy tờ khác"
    case .ready: "đang chờ đến lượt"
    case .leased: "đang được xử lý"
    case .review: "đang chờ cán bộ xem xét"
    case .done: "đã xong"
    case .failed: "đã thất bại"
    case .quarantined: "đang bị cách ly"
    case .cancelled: "đã bị hủy"
    }
  }
}
