import Markup

/// The front page: look a dossier up, or hand one in.
enum LookupPage {
  static func answer(_ language: Language) -> HTTPAnswer {
    let title = language.pick("Tra cứu hồ sơ", "Where is my dossier?")
    return PageFrame.answer(
      title, language, path: "/",
      body: """
        <h1>\(title)</h1>
        \(form(language))
        <h2>\(language.pick("Chưa nộp hồ sơ?", "Nothing handed in yet?"))</h2>
        <p><a class="button second" href="/nop-ho-so?lang=\(language.rawValue)">\(
          language.pick("Nộp hồ sơ tại đây", "Hand in a dossier here"))</a></p>
        """)
  }

  static func form(_ language: Language) -> HTML {
    """
    <form method="get" action="/tra-cuu">
    <input type="hidden" name="lang" value="\(language.rawValue)">
    <label for="code">\(language.pick("Mã hồ sơ trên giấy tiếp nhận", "The code on the receipt"))</label>
    <input id="code" name="code" required maxlength="80" autocomplete="off" autocapitalize="characters" spellcheck="false" placeholder="H26.1-261122-0001">
    <button>\(language.pick("Tra cứu", "Look up"))</button>
    </form>
    <form method="post" action="/tra-cuu?lang=\(language.rawValue)" enctype="multipart/form-data">
    <label for="photo">\(language.pick("Hoặc gửi ảnh chụp giấy tiếp nhận, thấy rõ mã QR", "Or send a photo of the receipt with its QR code"))</label>
    <input id="photo" type="file" name="photo" accept="image/*,application/pdf" required>
    <button>\(language.pick("Đọc ảnh", "Read the photo"))</button>
    </form>
    """
  }
}
