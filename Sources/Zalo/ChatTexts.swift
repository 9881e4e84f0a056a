import Dossiers
import Reception
import Workflow

/// What the account says, in plain and polite Vietnamese.
enum ChatTexts {
  /// Zalo refuses longer texts.
  static let limit = 2000

  static let help = """
    Bạn có thể nhắn:
    • “nộp hồ sơ”: rồi gửi ảnh hoặc tệp PDF giấy tờ, gửi đủ thì nhắn “xong”
    • “tra cứu” và mã hồ sơ, hoặc gửi ảnh giấy tiếp nhận: xem hồ sơ đang ở bước nào
    • “bổ sung” và mã hồ sơ: gửi thêm giấy tờ
    • “trả kết quả qua bưu chính” hoặc “trả kết quả tại quầy”
    • “góp ý” và nội dung
    • “hủy”: bỏ các tệp đã gửi mà chưa nộp
    • “trợ giúp”: xem lại hướng dẫn này
    Mẹo: gửi ảnh ở chế độ HD hoặc gửi dưới dạng tệp để ảnh rõ nét.
    """
  static let welcome = "Xin chào! Đây là kênh tiếp nhận hồ sơ của Bộ phận Một cửa.\n" + help
  static let beginHandIn = """
    Mời bạn gửi lần lượt ảnh hoặc tệp PDF của từng giấy tờ vào đây. Thẻ căn cước cần cả hai mặt. \
    Nên gửi ảnh HD hoặc gửi dưới dạng tệp để giữ độ nét. Khi đã gửi đủ, vui lòng nhắn “xong”.
    """
  static let firstFile = """
    Đã nhận được tệp của bạn. Vui lòng gửi tiếp các giấy tờ còn lại; khi đủ, nhắn “xong” để nộp hồ sơ.
    """
  static let nothingGathered = """
    Bạn chưa gửi giấy tờ nào. Vui lòng gửi ảnh hoặc tệp PDF vào đây rồi nhắn “xong”.
    """
  static let cancelled = "Đã bỏ các tệp chưa nộp. Hồ sơ đã nộp trước đây không bị ảnh hưởng."
  static let onlyFiles = """
    Chỉ nhận được ảnh chụp hoặc tệp PDF của giấy tờ. Vui lòng gửi lại dưới dạng ảnh hoặc tệp.
    """
  static let askCode = "Vui lòng nhắn mã hồ sơ (ví dụ H26.1-261122-0001) hoặc gửi ảnh giấy tiếp nhận hồ sơ."
  static let notACode = """
    Đây chưa phải là mã hồ sơ. Mã có dạng H26.1-261122-0001, in ở đầu giấy tiếp nhận. Bạn cũng có thể gửi ảnh \
    giấy tiếp nhận.
    """
  static let tooManyGuesses = "Bạn đã tra cứu quá nhiều mã không đúng. Vui lòng thử lại sau ít phút."
  static let noDossier = "Bạn chưa nộp hồ sơ nào qua kênh này. Nhắn “nộp hồ sơ” để bắt đầu."
  static let notYours = """
    Qua kênh này bạn chỉ bổ sung được hồ sơ mà chính bạn đã nộp tại đây. Với hồ sơ khác, vui lòng mang giấy tờ đến \
    Bộ phận Một cửa.
    """
  static let askAddress = "Vui lòng nhắn họ tên, số điện thoại và địa chỉ để bưu chính chuyển kết quả đến."
  static let feedbackThanks = "Cảm ơn bạn đã góp ý. Ý kiến đã được chuyển đến Bộ phận Một cửa."
  static let askFeedback = "Vui lòng nhắn “góp ý” kèm nội dung bạn muốn gửi đến Bộ phận Một cửa."
  static let infoThanks = "Cảm ơn bạn. Thông tin liên hệ đã được ghi nhận."
  static let notUnderstood = "Xin lỗi, hệ thống chưa hiểu ý bạn.\n" + help
  static let notFetched = """
    Chưa tải được tệp bạn vừa gửi. Vui lòng gửi lại tệp đó.
    """
  static let wrongPlace = "Chỉ nhận ảnh và tệp gửi trực tiếp trong cuộc trò chuyện này. Vui lòng gửi lại."

  static func tooLarge(_ megabytes: Int) -> String {
    "Tệp vừa gửi lớn hơn \(megabytes) MB nên không nhận được. Vui lòng gửi tệp nhỏ hơn hoặc chụp lại từng trang."
  }

  static func tooManyFiles(_ limit: Int) -> String {
    "Một hồ sơ nhận tối đa \(limit) tệp. Vui lòng nhắn “xong” để nộp các tệp đã gửi, rồi bổ sung phần còn lại."
  }

  static func quiet(files: Int) -> String {
    "Bạn đã gửi \(files) tệp. Đã đủ giấy tờ chưa? Nhắn “xong” để nộp hồ sơ, gửi tiếp nếu còn, hoặc “hủy” để bỏ."
  }

  static func beginSupplement(_ name: String) -> String {
    "Bổ sung cho hồ sơ \(name): mời bạn gửi ảnh hoặc tệp PDF vào đây, gửi đủ thì nhắn “xong”."
  }

  static func handedIn(files: Int, link: String) -> String {
    """
    Đã nhận hồ sơ của bạn gồm \(files) tệp và đang kiểm tra. Giấy tiếp nhận sẽ được gửi vào đây ngay khi kiểm tra xong.
    Xem hồ sơ đang ở bước nào: \(link)
    """
  }

  static func supplemented(files: Int, link: String) -> String {
    "Đã nhận \(files) tệp bổ sung và đang kiểm tra.\nXem hồ sơ đang ở bước nào: \(link)"
  }

  static func lateFiles(_ files: Int) -> String {
    "\(files) tệp đến sau khi bạn nhắn “xong” đã được thêm vào hồ sơ vừa nộp."
  }

  static let takesNoSupplement = """
    Hồ sơ này hiện không nhận bổ sung nữa. Các tệp vừa gửi vẫn được giữ: nhắn “nộp hồ sơ” rồi “xong” để nộp thành hồ \
    sơ mới, hoặc “hủy” để bỏ.
    """

  static func standing(_ answer: LookupAnswer, link: String?, remedies: [Problem]) -> String {
    guard let standing = answer.standing else { return answer.finding.vi }
    var lines: [String] = []
    if answer.receipt == .genuine { lines.append("Giấy tiếp nhận hợp lệ.") }
    if !standing.code.isEmpty { lines.append("Hồ sơ \(standing.code)") }
    lines += [standing.status.vi] + remedyLines(remedies) + [standing.nextStep.vi]
    if let due = standing.dueAt, !standing.nextStep.vi.contains("hẹn trả") { lines.append("Hẹn trả kết quả: \(due)") }
    if let link { lines.append("Chi tiết: \(link)") }
    return lines.joined(separator: "\n")
  }

  static func returnChosen(_ choice: ReturnChoice) -> String {
    switch choice.way {
    case .counter:
      "Đã ghi nhận: bạn nhận kết quả tại quầy của Bộ phận Một cửa. Vui lòng mang theo giấy tiếp nhận và giấy tờ tùy thân."
    case .post: "Đã ghi nhận: kết quả được trả qua dịch vụ bưu chính, đến: \(choice.address ?? "địa chỉ trong hồ sơ")."
    }
  }

  /// Each point that the sender has to mend, and how.
  static func remedyLines(_ problems: [Problem]) -> [String] {
    problems.prefix(12).map { "• \($0.message.vi) \($0.remedy.vi)" }
  }

  /// Cut at a line, so that Zalo takes it.
  static func fitting(_ text: String) -> String {
    guard text.count > limit else { return text }
    var kept = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard kept.count + line.count + 3 <= limit else { break }
      kept += (kept.isEmpty ? "" : "\n") + line
    }
    return (kept.isEmpty ? String(text.prefix(limit - 2)) : kept) + "\n…"
  }
}
