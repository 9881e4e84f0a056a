public import Dossiers

extension Facts {
  /// As the store keeps them: `{"document": {…}, "pages": [{…}, …]}`.
  public var json: JSONValue {
    ["document": .object(document), "pages": .array(pages.map { .object($0) })]
  }

  /// What is missing in the JSON stays empty.
  public init(json: JSONValue) {
    self.init()
    if case .object(let members)? = json["document"] { document = members }
    pages = (json["pages"]?.array ?? []).map { if case .object(let members) = $0 { members } else { [:] } }
  }

  /// What is known of a dossier before its first stage runs.
  public static func ofDossier(
    channel: String, procedure: String, documents: Int, kinds: some Sequence<Part.Kind>
  ) -> Facts {
    Facts(document: [
      "channel": .string(channel), "procedure": .string(procedure), "documents": .integer(Int64(documents)),
      "kinds": .array(Set(kinds).map(\.rawValue).sorted().map { .string($0) }),
    ])
  }

  /// What is known of a document before its first stage runs.
  public static func ofDocument(byteCount: Int64) -> Facts {
    Facts(document: ["byteCount": .integer(byteCount)])
  }
}
