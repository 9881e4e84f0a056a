import Dossiers
import Markup
import Reception
import Workflow

/// Where a dossier stands, in plain words.
enum StandingPage {
  static func answer(_ finding: LookupDesk.Finding, _ language: Language, path: String) throws -> HTTPAnswer {
    guard let dossier = finding.dossier else {
      let title = language.pick("Không tìm thấy", "Not found")
      return PageFrame.answer(
        title, language, path: path, status: 404,
        body: """
          <h1>\(title)</h1>
          <p class="notice bad">\(language.pick(finding.answer.finding))</p>
          \(LookupPage.form(language))
          """)
    }
    let words = dossier.statusText
    let title = dossier.code ?? language.pick("Hồ sơ đã gửi", "Dossier sent")
    return PageFrame.answer(
      title, language, path: path,
      body: """
        <p class="label">\(language.pick("Mã hồ sơ", "Dossier code"))</p>
        <h1>\(dossier.code ?? language.pick("Chưa cấp", "Not given yet"))</h1>
        \(genuine(finding.answer, language))
        <p class="notice \(tone(dossier.state))">\(language.pick(words.status))</p>
        <h2>\(language.pick("Bạn cần làm gì", "What to do now"))</h2>
        <p>\(language.pick(words.nextStep))</p>
        \(remedies(finding.remedies, language))
        \(superseded(finding.superseded, language))
        \(try SupplementForm.html(finding, language))
        <h2>\(language.pick("Tiến trình", "Progress"))</h2>
        <ol class="steps">\(steps(of: dossier, language))</ol>
        <dl>
        <dt>\(language.pick("Thời gian gửi", "Sent"))</dt><dd>\(VietnamTime(dossier.receivedAt).vietnamese)</dd>
        \(due(dossier, language))
        </dl>
        """)
  }

  private static func genuine(_ answer: LookupAnswer, _ language: Language) -> HTML {
    guard answer.receipt == .genuine else { return "" }
    return "<p class=\"genuine\">✓ \(language.pick(answer.finding))</p>"
  }

  private static func due(_ dossier: Dossier, _ language: Language) -> HTML {
    guard let due = dossier.dueAt else { return "" }
    return "<dt>\(language.pick("Hẹn trả kết quả", "Result due"))</dt><dd>\(VietnamTime(due).vietnamese)</dd>"
  }

  private static func remedies(_ points: [(file: Int?, problem: Problem)], _ language: Language) -> HTML {
    guard !points.isEmpty else { return "" }
    let items = points.map { file, problem -> HTML in
      let place = file.map { language.pick("Tệp thứ \($0): ", "File \($0): ") } ?? ""
      return "<li>\(place)<strong>\(language.pick(problem.message))</strong> \(language.pick(problem.remedy))</li>"
    }
    return "<ul class=\"remedies\">\(items)</ul>"
  }

  private static func superseded(_ files: [(file: Int, by: Supersession)], _ language: Language) -> HTML {
    guard !files.isEmpty else { return "" }
    let items = files.map { file, by -> HTML in
      let later = by.documents.map(String.init).joined(separator: ", ")
      let text = language.pick(
        "Tệp thứ \(file) chưa đọc được; tệp thứ \(later) gửi sau đã đọc được và được dùng thay.",
        "File \(file) could not be read; file \(later), sent later, could and is used instead.")
      return "<li>\(text)</li>"
    }
    return "<ul>\(items)</ul>"
  }

  private static func tone(_ state: Dossier.State) -> String {
    switch state {
    case .received, .review, .accepted, .handedOff: "calm"
    case .resultReady: "good"
    case .rejected, .cancelled: "bad"
    }
  }

  /// Done, present and to come. The words carry it too: not by colour alone.
  private static func steps(of dossier: Dossier, _ language: Language) -> [HTML] {
    let names = [
      language.pick("Gửi hồ sơ", "Sent"), language.pick("Kiểm tra giấy tờ", "Documents checked"),
      language.pick("Tiếp nhận, cấp mã hồ sơ", "Accepted, code given"),
      language.pick("Giải quyết", "Handled by the department"), language.pick("Có kết quả", "Result ready"),
    ]
    let present =
      switch dossier.state {
      case .received, .review, .rejected, .cancelled: dossier.code == nil ? 1 : 2
      case .accepted: 2
      case .handedOff: 3
      case .resultReady: 4
      }
    return names.enumerated().map { index, name in
      let isDone = index < present || dossier.state == .resultReady
      if isDone { return "<li class=\"done\">\(name) <small>\(language.pick("đã xong", "done"))</small></li>" }
      if index == present {
        return "<li class=\"now\" aria-current=\"step\">\(name) <small>\(language.pick("hiện tại", "now"))</small></li>"
      }
      return "<li>\(name)</li>"
    }
  }
}
