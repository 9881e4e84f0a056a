import Markup

/// What all pages for citizens share: phone-first, no script needed, nothing from elsewhere.
enum PageFrame {
  /// `path` is the page's own address with its query, for the language switch.
  static func answer(
    _ title: String, _ language: Language, path: String, status: Int = 200, body: HTML,
    headers: [(name: String, value: String)] = []
  ) -> HTTPAnswer {
    let other: Language = language == .vi ? .en : .vi
    let switchName = other == .vi ? "Tiếng Việt" : "English"
    let page: HTML = """
      <!doctype html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="robots" content="noindex">
      <title>\(title)</title>
      <link rel="stylesheet" href="/hoso.css">
      <script src="/hoso.js" defer></script>
      </head>
      <body>
      <header><a class="home" href="/?lang=\(language.rawValue)">\(language.pick("Hồ sơ một cửa", "One-stop office"))</a>
      <a class="switch" lang="\(other.rawValue)" hreflang="\(other.rawValue)" href="\(path)\(path.contains("?") ? "&" : "?")lang=\(other.rawValue)">\(switchName)</a></header>
      <main>
      \(body)
      </main>
      <footer>\(language.pick(
        "Trang này không hiển thị thông tin cá nhân.", "This page shows no personal data."))</footer>
      </body>
      </html>

      """
    return HTTPAnswer(
      status: status, type: "text/html; charset=utf-8",
      headers: headers + [
        ("Cache-Control", "no-store"), ("Content-Language", language.rawValue), ("X-Frame-Options", "DENY"),
        (
          "Content-Security-Policy",
          "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        ),
      ],
      body: .bytes(Array(page.text.utf8)))
  }
}
