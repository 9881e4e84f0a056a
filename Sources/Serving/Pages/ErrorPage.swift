import Markup

/// A refusal as a page for people.
enum ErrorPage {
  static func answer(_ refusal: Refusal, _ language: Language) -> HTTPAnswer {
    let title = language.pick("Không thực hiện được", "That did not work")
    return PageFrame.answer(
      title, language, path: "/", status: refusal.status,
      body: """
        <h1>\(title)</h1>
        <p class="notice bad">\(language.pick(refusal.message))</p>
        <p><a class="button" href="/?lang=\(language.rawValue)">\(language.pick("Về trang tra cứu", "To the look-up"))</a></p>
        """, headers: refusal.headers)
  }
}
