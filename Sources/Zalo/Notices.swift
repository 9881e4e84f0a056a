import Dossiers
import Reception
import Workflow

/// What a message of the outbox says to the citizen whose chat brought the dossier.
struct Notices: Sendable {
  let installation: Installation
  let links: LookupLinks

  /// What is said, and whether the citizen is now expected to send papers again. Nothing for topics that are none of
  /// the citizen's business.
  func speeches(for message: OutboxMessage, about dossier: Dossier) throws -> (says: [Speech], asksForPapers: Bool) {
    let name = dossier.code.map { "Hồ sơ \($0)" } ?? "Hồ sơ của bạn"
    let link = try links.page(of: dossier) ?? ""
    let see = "Xem chi tiết: \(link)"
    func speech(_ lines: [String]) -> Speech {
      Speech(
        ChatTexts.fitting(lines.filter { !$0.isEmpty }.joined(separator: "\n")), topic: message.topic,
        values: [
          "code": dossier.code ?? "", "status": dossier.statusText.status.vi, "link": link,
          "name": dossier.sender ?? "",
        ])
    }
    switch message.topic {
    case "dossier.receipt-issued":
      let due = dossier.dueAt.map { "Hẹn trả kết quả: \(VietnamTime($0).vietnamese)." } ?? ""
      var says = [
        speech([
          "\(name) đã được tiếp nhận. Vui lòng giữ mã hồ sơ và giấy tiếp nhận.", due, "Tra cứu: \(link)",
          "Bạn muốn nhận kết quả ở đâu? Nhắn “trả kết quả qua bưu chính” hoặc “trả kết quả tại quầy”.",
        ])
      ]
      if let sha256 = try installation.store.receipt(of: dossier.id)?.pdfSHA256 {
        says.append(Speech(file: sha256, name: "giay-tiep-nhan-\(dossier.code ?? "ho-so").pdf"))
      }
      return (says, false)
    case "dossier.rejected":
      if let reason = message.payload["reason"]?["vi"]?.string {
        return (
          [speech(["\(name) không được tiếp nhận. Lý do: \(reason)", "Nếu cần hướng dẫn, nhắn “trợ giúp”.", see])],
          false
        )
      }
      return (
        [
          speech(
            ["\(name) cần gửi lại hoặc bổ sung giấy tờ:"] + Self.points(message.payload) + [
              "Vui lòng chụp lại, gửi ảnh HD hoặc gửi dưới dạng tệp vào đây; xong thì nhắn “xong”.", see,
            ])
        ], true
      )
    case "document.refused":
      let reason = message.payload["reason"]?["vi"]?.string ?? ""
      return (
        [
          speech(["Một tệp của \(name.lowercasedFirst) không dùng được: \(reason)", "Hồ sơ vẫn được xử lý tiếp.", see])
        ], false
      )
    case "document.superseded":
      let file = message.payload["file"]?.string ?? ""
      return (
        [speech(["Ảnh mới của \(name.lowercasedFirst) đã đọc được và được dùng thay tệp \(file).", see])], false
      )
    case "dossier.in-review":
      let points = try picturePoints(dossier)
      if !points.isEmpty {
        return (
          [
            speech(
              ["\(name) có ảnh chưa đọc được:"] + points + [
                "Để được giải quyết nhanh hơn, vui lòng chụp lại, gửi ảnh HD hoặc gửi dưới dạng tệp vào đây; xong thì "
                  + "nhắn “xong”. Nếu không gửi lại được, cán bộ vẫn sẽ xem xét.", see,
              ])
          ], true
        )
      }
      return ([speech(["\(name) đang được cán bộ xem xét. Bạn không cần làm gì thêm.", see])], false)
    case "dossier.review-done":
      return ([speech(["Cán bộ đã xem xét xong; \(name.lowercasedFirst) được xử lý tiếp.", see])], false)
    case "dossier.handed-off":
      let due = dossier.dueAt.map { "Hẹn trả kết quả: \(VietnamTime($0).vietnamese)." } ?? ""
      return (
        [speech(["\(name) đã được chuyển đến bộ phận chuyên môn và đang được giải quyết.", due, see])], false
      )
    case "dossier.result-ready":
      let way =
        switch try installation.store.returnChoice(of: dossier.id) {
        case let choice? where choice.way == .post: "Kết quả sẽ được chuyển qua bưu chính đến địa chỉ bạn đã đăng ký."
        case .some: "Mời bạn đến quầy của Bộ phận Một cửa để nhận, mang theo giấy tiếp nhận và giấy tờ tùy thân."
        case nil:
          "Bạn muốn nhận ở đâu? Nhắn “trả kết quả qua bưu chính” hoặc “trả kết quả tại quầy”."
        }
      return ([speech(["\(name) đã có kết quả.", way, see])], false)
    case "dossier.withdrawn": return ([speech(["\(name) đã được rút theo yêu cầu.", see])], false)
    default: return ([], false)
    }
  }

  /// The same of an officer's cases that a better picture would mend.
  private func picturePoints(_ dossier: Dossier) throws -> [String] {
    let store = installation.store
    let found = try store.problems(of: dossier.id).filter { stored in
      stored.settledAt == nil && stored.problem.severity == .review
        && ProblemCode.mendedByNewPicture.contains(stored.problem.code)
    }
    guard !found.isEmpty else { return [] }
    let names = Dictionary(
      try store.documents(of: dossier.id).map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    return found.prefix(12).map { stored in
      let file = stored.document.flatMap { names[$0] }.map { "\($0): " } ?? ""
      return "• \(file)\(stored.problem.message.vi) \(stored.problem.remedy.vi)"
    }
  }

  /// Which file, what is wrong, what to do: a line each.
  private static func points(_ payload: JSONValue) -> [String] {
    (payload["problems"]?.array ?? []).prefix(12).map { problem in
      let file = problem["file"]?.string.map { "\($0): " } ?? ""
      let words = [problem["message"]?["vi"]?.string, problem["remedy"]?["vi"]?.string].compactMap { $0 }
      return "• \(file)\(words.joined(separator: " "))"
    }
  }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
