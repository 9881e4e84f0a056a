public import Dossiers

/// Why a request is refused, in words for its sender: becomes `application/problem+json` (RFC 9457) or a page.
public struct Refusal: Error {
  public var status: Int
  /// Stable, dotted, lower-case.
  public var code: String
  public var message: BilingualText
  public var headers: [(name: String, value: String)]

  public init(
    _ status: Int, _ code: String, vi: String, en: String, headers: [(name: String, value: String)] = []
  ) {
    self.status = status
    self.code = code
    message = BilingualText(vi: vi, en: en)
    self.headers = headers
  }

  func answer(in language: Language) -> HTTPAnswer {
    let problem: JSONValue = [
      "type": .string("urn:hoso:problem:\(code)"), "title": .string(HTTPStatus.reason(status)),
      "status": .integer(Int64(status)), "code": .string(code), "detail": .string(language.pick(message)),
    ]
    return HTTPAnswer(
      status: status, type: "application/problem+json; charset=utf-8",
      headers: headers + [
        ("Content-Language", language.rawValue), ("Vary", "Accept-Language"), ("Cache-Control", "no-store"),
      ],
      body: .bytes(Array((problem.canonical + "\n").utf8)))
  }
}
