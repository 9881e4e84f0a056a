import Dossiers
import Foundation
import LoopbackHTTP
import Synchronization

/// Zalo's servers, as far as an account sees them: real HTTP on loopback, the real shapes of answers.
final class FakeZalo: Sendable {
  /// A message that the account sent.
  struct Said: Sendable {
    let citizen: String
    let text: String?
    /// What was uploaded, of a message with a file.
    let file: [UInt8]?
    let token: String
  }

  struct State: Sendable {
    var said: [Said] = []
    var templates: [JSONValue] = []
    var uploads: [String: [UInt8]] = [:]
    /// What is served at a path.
    var files: [String: LoopbackAnswer] = [:]
    var fetched: [String] = []
    var access = "access-1"
    var refresh = "refresh-1"
    var renewals = 0
    /// JSON of a new token's `expires_in`.
    var lifetime = #""90000""#
    /// What the next calls are answered with, before all else.
    var refusals: [LoopbackAnswer] = []
  }

  let state = Mutex(State())
  private let server = Mutex<LoopbackServer?>(nil)
  let address: String

  init() throws {
    let holder = Holder()
    let server = try LoopbackServer { holder.answer($0) }
    address = server.address
    self.server.withLock { $0 = server }
    holder.state.withLock { $0 = { [weak self] in self?.answer($0) ?? LoopbackAnswer(500) } }
  }

  deinit { server.withLock { $0?.stop() } }

  private final class Holder: Sendable {
    let state = Mutex<(@Sendable (LoopbackRequest) -> LoopbackAnswer)?>(nil)
    func answer(_ request: LoopbackRequest) -> LoopbackAnswer {
      state.withLock { $0 }?(request) ?? LoopbackAnswer(500)
    }
  }

  func serve(_ path: String, _ bytes: [UInt8], type: String = "image/jpeg") -> String {
    state.withLock { $0.files[path] = LoopbackAnswer(200, headers: [("Content-Type", type)], bytes) }
    return address + path
  }

  func texts(to citizen: String) -> [String] {
    state.withLock { $0.said.filter { $0.citizen == citizen }.compactMap(\.text) }
  }

  private func answer(_ request: LoopbackRequest) -> LoopbackAnswer {
    state.withLock { state in
      if request.method == "GET" {
        state.fetched.append(request.path)
        return state.files[request.path] ?? LoopbackAnswer(404)
      }
      if !state.refusals.isEmpty { return state.refusals.removeFirst() }
      switch request.path {
      case "/v4/oa/access_token": return Self.renew(request, &state)
      case "/v2.0/oa/upload/file": return Self.upload(request, &state)
      case "/v3.0/oa/message/cs": return Self.message(request, &state)
      case "/message/template": return Self.template(request, &state)
      default: return LoopbackAnswer(404)
      }
    }
  }

  private static let wrongToken = LoopbackAnswer(json: #"{"error":-216,"message":"Access token is invalid"}"#)

  private static func renew(_ request: LoopbackRequest, _ state: inout State) -> LoopbackAnswer {
    guard request.headers["secret_key"] == "app-secret",
      request.headers["content-type"] == "application/x-www-form-urlencoded",
      request.text.removingPercentEncoding == "refresh_token=\(state.refresh)&app_id=4242&grant_type=refresh_token"
    else { return LoopbackAnswer(json: #"{"error_name":"Invalid refresh token","error":-14014}"#) }
    state.renewals += 1
    state.access = "access-\(state.renewals + 1)"
    state.refresh = "refresh-\(state.renewals + 1)"
    return LoopbackAnswer(
      json: #"{"access_token":"\#(state.access)","refresh_token":"\#(state.refresh)","expires_in":\#(state.lifetime)}"#)
  }

  private static func upload(_ request: LoopbackRequest, _ state: inout State) -> LoopbackAnswer {
    guard request.headers["access_token"] == state.access else { return wrongToken }
    guard let type = request.headers["content-type"], let boundary = type.split(separator: "=").last,
      let file = content(of: request.body, boundary: String(boundary))
    else { return LoopbackAnswer(json: #"{"error":-201,"message":"file is invalid"}"#) }
    let token = "upload-\(state.uploads.count + 1)"
    state.uploads[token] = file
    return LoopbackAnswer(json: #"{"data":{"token":"\#(token)"},"error":0,"message":"Success"}"#)
  }

  private static func message(_ request: LoopbackRequest, _ state: inout State) -> LoopbackAnswer {
    guard request.headers["access_token"] == state.access else { return wrongToken }
    guard let body = try? JSONDecoder().decode(JSONValue.self, from: Data(request.body)),
      let citizen = body["recipient"]?["user_id"]?.string
    else { return LoopbackAnswer(json: #"{"error":-201,"message":"user_id is invalid"}"#) }
    let upload = body["message"]?["attachment"]?["payload"]?["token"]?.string
    let text = body["message"]?["text"]?.string
    guard text != nil || upload.flatMap({ state.uploads[$0] }) != nil, (text?.count ?? 0) <= 2000 else {
      return LoopbackAnswer(json: #"{"error":-201,"message":"message is invalid"}"#)
    }
    state.said.append(
      Said(
        citizen: citizen, text: text, file: upload.flatMap { state.uploads[$0] },
        token: request.headers["access_token"] ?? ""))
    return LoopbackAnswer(json: #"{"data":{"message_id":"m\#(state.said.count)"},"error":0,"message":"Success"}"#)
  }

  private static func template(_ request: LoopbackRequest, _ state: inout State) -> LoopbackAnswer {
    guard request.headers["access_token"] == state.access else { return wrongToken }
    guard let body = try? JSONDecoder().decode(JSONValue.self, from: Data(request.body)) else {
      return LoopbackAnswer(json: #"{"error":-1,"message":"bad"}"#)
    }
    state.templates.append(body)
    return LoopbackAnswer(json: #"{"error":0,"message":"Success","data":{"msg_id":"t1"}}"#)
  }

  /// The one part's content.
  private static func content(of body: [UInt8], boundary: String) -> [UInt8]? {
    let head = Array("\r\n\r\n".utf8)
    let tail = Array("\r\n--\(boundary)--".utf8)
    guard let start = body.indices.first(where: { body[$0...].starts(with: head) }), body.count > tail.count + 2 else {
      return nil
    }
    let end = body.count - tail.count - 2
    guard body[end...].starts(with: tail), end >= start + head.count else { return nil }
    return Array(body[(start + head.count)..<end])
  }
}
