import Digests
import Dossiers
import Foundation
import HTTPClient

/// Zalo's interface for accounts: one call a method, over HTTPS.
struct ZaloClient: Sendable {
  private let http: HTTPClient
  private let configuration: ZaloConfiguration

  init(_ configuration: ZaloConfiguration) {
    self.configuration = configuration
    http = HTTPClient(limits: ClientLimits(responseBytes: 1 << 20, totalSeconds: 30))
  }

  /// Writes to a citizen who was heard within 48 hours.
  func send(_ text: String, to citizen: String, token: String) throws(ZaloError) {
    try message(["text": .string(text)], to: citizen, token: token)
  }

  /// A file that was uploaded before.
  func send(upload: String, to citizen: String, token: String) throws(ZaloError) {
    try message(
      ["attachment": ["type": "file", "payload": ["token": .string(upload)]]], to: citizen, token: token)
  }

  /// Hands a PDF over; returns what names it in a message.
  func upload(_ bytes: [UInt8], name: String, token: String) throws(ZaloError) -> String {
    let boundary = "hoso-" + Hexadecimal.encode((0..<16).map { _ in UInt8.random(in: 0...255) })
    let plainName = name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || ".-_".contains($0)) }
    let head =
      "--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(plainName)\"\r\n"
      + "Content-Type: application/pdf\r\n\r\n"
    let body = Array(head.utf8) + bytes + Array("\r\n--\(boundary)--\r\n".utf8)
    let answer = try call(
      OutgoingRequest(
        "POST", configuration.endpoints.open + "/v2.0/oa/upload/file",
        headers: [("access_token", token), ("Content-Type", "multipart/form-data; boundary=\(boundary)")],
        body: .bytes(body)))
    guard let upload = answer["data"]?["token"]?.string else { throw .unreachable("an upload without a token") }
    return upload
  }

  /// A message by a template that Zalo has approved (ZNS), to a telephone number. The same tracking id again is the
  /// same message.
  func send(
    template: String, data: JSONValue, phone: String, trackingID: String, token: String
  ) throws(ZaloError) {
    _ = try call(
      post(
        configuration.endpoints.business + "/message/template",
        [
          "phone": .string(phone), "template_id": .string(template), "template_data": data,
          "tracking_id": .string(trackingID),
        ], headers: [("access_token", token)]))
  }

  struct Tokens: Sendable {
    let access: String
    let refresh: String
    let seconds: Int64
  }

  /// Changes a refresh token for new tokens; it is used up by that.
  func renew(_ refresh: String) throws(ZaloError) -> Tokens {
    let form = [
      ("refresh_token", refresh), ("app_id", configuration.appId), ("grant_type", "refresh_token"),
    ].map { "\($0)=\(Self.escaped($1))" }.joined(separator: "&")
    let answer = try call(
      OutgoingRequest(
        "POST", configuration.endpoints.oauth + "/v4/oa/access_token",
        headers: [("secret_key", configuration.appSecret), ("Content-Type", "application/x-www-form-urlencoded")],
        body: .bytes(Array(form.utf8))))
    guard let access = answer["access_token"]?.string, let next = answer["refresh_token"]?.string else {
      throw .refused(0, answer["error_name"]?.string ?? "no token")
    }
    let seconds = answer["expires_in"].flatMap { $0.integer ?? $0.string.flatMap { Int64($0) } } ?? 3600
    return Tokens(access: access, refresh: next, seconds: seconds)
  }

  private func message(_ message: JSONValue, to citizen: String, token: String) throws(ZaloError) {
    _ = try call(
      post(
        configuration.endpoints.open + "/v3.0/oa/message/cs",
        ["recipient": ["user_id": .string(citizen)], "message": message], headers: [("access_token", token)]))
  }

  private func post(
    _ url: String, _ value: JSONValue, headers: [(name: String, value: String)]
  ) -> OutgoingRequest {
    OutgoingRequest(
      "POST", url, headers: headers + [("Content-Type", "application/json")],
      body: .bytes(Array(value.canonical.utf8)))
  }

  private func call(_ request: OutgoingRequest) throws(ZaloError) -> JSONValue {
    let response: IncomingResponse
    do {
      response = try http.send(request)
    } catch {
      throw .unreachable(error.description)
    }
    switch response.status {
    case 200..<300: break
    case 401: throw .unauthorised
    case 429: throw .limited
    default: throw .unreachable("status \(response.status)")
    }
    guard let answer = try? JSONDecoder().decode(JSONValue.self, from: Data(response.body)) else {
      throw .unreachable("an answer that is not JSON")
    }
    // Errors come with status 200, by a number.
    if let number = answer["error"]?.integer, number != 0 {
      throw .numbered(Int(clamping: number), answer["message"]?.string ?? "")
    }
    return answer
  }

  private static func escaped(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics.intersection(.init(charactersIn: "\0"..."\u{7f}")))
      ?? ""
  }
}
