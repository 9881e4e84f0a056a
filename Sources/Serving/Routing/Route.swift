import Dossiers
import Workflow

/// One operation: where it is, who may call it, what it takes and answers; the server and its description
/// (`/openapi.json`) are both made from it.
struct Route: Sendable {
  enum Access: Sendable {
    case open
    /// Another service's events: the receiver checks their signature.
    case signed
    case scope(AccessKey.Scope)
  }

  /// What the operation's body is.
  enum Body: Sendable {
    case none
    /// An optional JSON object; the schema describes it.
    case json(JSONValue, isRequired: Bool)
    case multipart(JSONValue)
  }

  struct Parameter: Sendable {
    enum Place: String, Sendable { case path, query, header }
    let name: String
    let place: Place
    let schema: JSONValue
    let about: String
  }

  /// One documented answer that is no refusal.
  struct Success: Sendable {
    let status: Int
    let type: String
    let about: String
    let schema: JSONValue
  }

  let method: String
  /// `/v1/dossiers/{id}`.
  let template: String
  let name: String
  let summary: String
  let access: Access
  var parameters: [Parameter] = []
  var body = Body.none
  let success: Success
  /// Refusals beyond those that the frame makes (400, 401, 403, 404 for paths, 405, 413, 429, 500, 503).
  var refusals: [Int] = []
  /// Answers refusals as a page for people.
  var isPage = false
  let handle: @Sendable (Call) throws -> RequestHandling

  /// The path's values where it fits; nil where not.
  func values(for segments: [String]) -> [String: String]? {
    let parts = template.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == segments.count else { return nil }
    var values: [String: String] = [:]
    for (part, segment) in zip(parts, segments) {
      if part.hasPrefix("{") {
        guard !segment.isEmpty else { return nil }
        values[String(part.dropFirst().dropLast())] = segment
      } else if part != segment {
        return nil
      }
    }
    return values
  }
}

/// A request that found its route and was let in.
struct Call: Sendable {
  let request: HTTPRequest
  /// The path's values by name.
  let values: [String: String]
  let language: Language
  /// nil at open routes.
  let key: AccessKey?
  /// Whom the limits count: the key, or the address (of IPv6 its /64).
  let client: String

  /// Who does it, for the record.
  var actor: String { key.map { "api:\($0.label)" } ?? "web" }
}
