import Dossiers
import Workflow

/// What the service refuses, in one place, so that the same thing is always said the same way.
extension Refusal {
  static let badPath = Refusal(
    400, "request.bad-path", vi: "Đường dẫn không hợp lệ.", en: "The path is not valid.")
  static let ambiguousLength = Refusal(
    400, "request.ambiguous-length", vi: "Độ dài nội dung không rõ ràng.",
    en: "The request states its length in two ways.", headers: [("Connection", "close")])
  static let noSuchPath = Refusal(
    404, "request.no-such-path", vi: "Không có trang này.", en: "There is nothing at this address.")
  static let noSuchThing = Refusal(
    404, "dossier.not-found", vi: "Không tìm thấy nội dung yêu cầu.", en: "What you ask for was not found.")
  static let noKey = Refusal(
    401, "key.missing", vi: "Cần khóa truy cập trong tiêu đề Authorization: Bearer.",
    en: "An access key is needed: Authorization: Bearer KEY.", headers: [("WWW-Authenticate", "Bearer")])
  static let wrongKey = Refusal(
    401, "key.unknown", vi: "Khóa truy cập không đúng hoặc đã bị thu hồi.",
    en: "The access key is unknown or was revoked.",
    headers: [("WWW-Authenticate", "Bearer error=\"invalid_token\"")])
  static let noFiles = Refusal(
    400, "dossier.no-files", vi: "Chưa có tệp nào. Vui lòng gửi ít nhất một tệp ở phần “files”.",
    en: "No file came. Please send at least one, in a part named “files”.")
  /// `known` are the catalogue's codes.
  static func unknownProcedure(_ known: String?) -> Refusal {
    Refusal(
      422, "procedure.unknown",
      vi: "Không có thủ tục với mã này." + (known.map { " Các mã được nhận: \($0)." } ?? ""),
      en: "The catalogue has no procedure with this code." + (known.map { " It has \($0)." } ?? ""))
  }
  static let full = Refusal(
    507, "storage.full", vi: "Hệ thống tạm hết chỗ lưu trữ. Vui lòng thử lại sau.",
    en: "There is no room for files at present. Please try again later.", headers: [("Retry-After", "300")])
  static let busy = Refusal(
    503, "store.busy", vi: "Hệ thống đang bận. Vui lòng thử lại sau ít giây.",
    en: "The system is busy. Please try again in a few seconds.", headers: [("Retry-After", "5")])
  static let fault = Refusal(
    500, "fault", vi: "Hệ thống gặp lỗi. Vui lòng thử lại; nếu vẫn lỗi, hãy báo cho Bộ phận Một cửa.",
    en: "Something went wrong on our side. Please try again; if it stays, tell the office.")
  static let notMultipart = Refusal(
    415, "request.not-multipart", vi: "Nội dung phải có dạng multipart/form-data.",
    en: "The body must be multipart/form-data.")
  static let notJSON = Refusal(
    400, "request.not-json", vi: "Nội dung phải là một đối tượng JSON.", en: "The body must be a JSON object.")
  static let keyTakenElsewhere = Refusal(
    409, "idempotency-key.reused", vi: "Idempotency-Key này đã dùng cho một yêu cầu khác.",
    en: "This Idempotency-Key was used for another request.")
  static let badIdempotencyKey = Refusal(
    400, "idempotency-key.malformed", vi: "Idempotency-Key phải có từ 1 đến 200 ký tự ASCII nhìn thấy được.",
    en: "An Idempotency-Key has 1 to 200 visible ASCII characters.")

  static func wrongMethod(_ allowed: Set<String>) -> Refusal {
    Refusal(
      405, "request.wrong-method", vi: "Phương thức này không dùng được ở đây.",
      en: "This method cannot be used here.", headers: [("Allow", allowed.sorted().joined(separator: ", "))])
  }

  static func outOfScope(_ scope: AccessKey.Scope) -> Refusal {
    Refusal(
      403, "key.out-of-scope", vi: "Khóa truy cập không có quyền “\(scope.rawValue)”.",
      en: "The access key does not have the scope “\(scope.rawValue)”.")
  }

  static func conflict(_ error: StoreError) -> Refusal {
    let reason =
      switch error.obstacle {
      case .dossier(let state)?: "hồ sơ \(state.vietnamese)"
      case .task(let state)?: "tác vụ \(state.vietnamese)"
      case nil: "trạng thái hiện tại không cho phép"
      }
    return Refusal(
      409, "state.conflict", vi: "Không thực hiện được lúc này: \(reason).", en: "Not possible now: \(error.message).")
  }

  static func tooLarge(_ limit: Int64) -> Refusal {
    let megabytes = max(1, limit >> 20)
    return Refusal(
      413, "request.too-large", vi: "Nội dung gửi lên vượt quá \(megabytes) MB.",
      en: "More than \(megabytes) MB were sent.")
  }

  static func fileTooLarge(_ limit: Int64) -> Refusal {
    Refusal(
      413, "file.too-large", vi: "Một tệp lớn hơn \(max(1, limit >> 20)) MB.",
      en: "A file is larger than \(max(1, limit >> 20)) MB.")
  }

  static func tooManyFiles(_ limit: Int) -> Refusal {
    Refusal(
      413, "dossier.too-many-files", vi: "Nhiều hơn \(limit) tệp trong một lần gửi.",
      en: "More than \(limit) files at one time.")
  }

  static func unknownPart(_ known: [String]) -> Refusal {
    let names = known.joined(separator: ", ")
    return Refusal(
      400, "request.unknown-part", vi: "Có phần không rõ tên. Các phần được nhận: \(names).",
      en: "A part has an unknown name. Known are: \(names).")
  }

  static func notAFile(_ name: String) -> Refusal {
    Refusal(
      400, "request.not-a-file", vi: "Phần “\(name)” phải là tệp: có tên tệp hoặc kiểu nội dung.",
      en: "The part “\(name)” must be a file: with a file name or a content type.")
  }
  static func badText(_ name: String) -> Refusal {
    Refusal(
      400, "request.bad-text", vi: "Phần “\(name)” quá dài hoặc không phải văn bản UTF-8.",
      en: "The part “\(name)” is too long, or no UTF-8 text.")
  }

  static func badParameter(_ name: String) -> Refusal {
    Refusal(
      400, "request.bad-parameter", vi: "Tham số “\(name)” không hợp lệ.", en: "The parameter “\(name)” is not valid.")
  }

  static func malformed(_ fault: MultipartFault) -> Refusal {
    Refusal(
      400, fault.rawValue, vi: "Nội dung multipart bị lỗi hoặc bị cắt ngang.",
      en: "The multipart body is malformed or breaks off.")
  }
}
