import Dossiers

/// Something to be said in a chat, as it lies in the store until it is sent.
struct Speech: Sendable, Hashable {
  enum Content: Sendable, Hashable {
    case text(String)
    /// A PDF in Storage, by its digest.
    case file(sha256: String, name: String)
  }

  var content: Content
  /// The outbox's topic: tells the template that stands in when the citizen was not heard for long.
  var topic: String?
  /// What that template is filled with.
  var values: [String: String] = [:]

  init(_ text: String, topic: String? = nil, values: [String: String] = [:]) {
    content = .text(text)
    self.topic = topic
    self.values = values
  }

  init(file sha256: String, name: String) {
    content = .file(sha256: sha256, name: name)
  }

  var json: JSONValue {
    var members: [String: JSONValue] = [:]
    switch content {
    case .text(let text): members["text"] = .string(text)
    case .file(let sha256, let name):
      members["file"] = .string(sha256)
      members["name"] = .string(name)
    }
    if let topic {
      members["topic"] = .string(topic)
      members["values"] = .object(values.mapValues { .string($0) })
    }
    return .object(members)
  }

  init?(_ json: JSONValue) {
    if let text = json["text"]?.string {
      content = .text(text)
    } else if let sha256 = json["file"]?.string {
      content = .file(sha256: sha256, name: json["name"]?.string ?? "tai-lieu.pdf")
    } else {
      return nil
    }
    topic = json["topic"]?.string
    if case .object(let members) = json["values"] { values = members.compactMapValues(\.string) }
  }
}
