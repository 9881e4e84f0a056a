import Dossiers
import Workflow

/// JSON Schemas (2020-12) of what comes and goes.
enum Schemas {
  static let text: JSONValue = ["type": "string"]
  static let maybeText: JSONValue = ["type": ["string", "null"]]
  static let number: JSONValue = ["type": "integer"]
  static let maybeNumber: JSONValue = ["type": ["integer", "null"]]
  static let time: JSONValue = ["type": "string", "format": "date-time"]
  static let maybeTime: JSONValue = ["type": ["string", "null"], "format": "date-time"]
  /// What names something of ours in a path: ids and dossier codes are made of these characters.
  static let reference: JSONValue = ["type": "string", "pattern": "^[A-Za-z0-9._-]{1,64}$"]
  static let day: JSONValue = ["type": "string", "format": "date"]
  static let bilingual = object(["vi": text, "en": text])

  /// All members are there always.
  static func object(_ members: [String: JSONValue], required: [String]? = nil) -> JSONValue {
    let names = (required ?? Array(members.keys)).sorted().map { JSONValue.string($0) }
    return ["type": "object", "properties": .object(members), "required": .array(names)]
  }

  /// A form: parts with other names are refused.
  private static func form(_ members: [String: JSONValue]) -> JSONValue {
    [
      "type": "object", "properties": .object(members), "required": ["files"], "additionalProperties": false,
    ]
  }

  static func list(_ item: JSONValue) -> JSONValue { ["type": "array", "items": item] }

  static func choice(_ words: [String]) -> JSONValue {
    ["type": "string", "enum": .array(words.map { .string($0) })]
  }

  static let state = choice(Dossier.State.allCases.map(\.rawValue))
  static let accepted = object(["id": text, "state": state, "lookup": text, "receipt": maybeText])

  private static let head: [String: JSONValue] = [
    "id": text, "dossier": text, "code": maybeText, "state": state, "nationalStatus": number, "procedure": text,
    "sender": maybeText, "channel": text, "version": number, "receivedAt": time, "dueAt": maybeTime,
    "updatedAt": time, "status": bilingual, "nextStep": bilingual, "lookup": text, "receipt": maybeText,
  ]
  static let dossier = object(
    head.merging(
      [
        "documents": list(
          object([
            "document": text, "ordinal": number, "name": text, "sha256": text, "bytes": number,
            "mediaType": maybeText, "pages": maybeNumber,
            "state": choice(Document.stateNames), "version": number,
          ])),
        "results": list(object(["name": text, "sha256": text, "bytes": number])),
        "return": ["type": ["string", "null"], "enum": ["counter", "post", nil]], "returnAddress": maybeText,
      ], uniquingKeysWith: { $1 }))
  static let dossierList = object(["items": list(object(head)), "next": maybeText])
  static let fields = object([
    "fields": list(
      object([
        "document": text, "part": number, "kind": text, "name": text, "value": [:],
        "confidence": ["type": "number", "minimum": 0, "maximum": 1], "source": text,
        "verified": ["type": "boolean"], "flagged": ["type": "boolean"], "page": number,
        "box": ["type": ["array", "null"], "items": number, "minItems": 4, "maxItems": 4],
      ]))
  ])
  static let problems = object([
    "problems": list(
      object([
        "code": text, "severity": choice(Problem.Severity.allCases.map(\.rawValue)), "document": maybeText,
        "page": maybeNumber, "message": bilingual, "remedy": bilingual, "openedAt": time, "settledAt": maybeTime,
        "supersededBy": list(number),
      ]))
  ])
  static let task = object([
    "task": text, "kind": choice(["document", "dossier"]), "dossier": text, "document": maybeText,
    "state": choice(QueuedTask.State.allCases.map(\.rawValue)), "stage": maybeText, "attempts": number,
    "strikes": number, "crashes": number, "runAt": time, "lastError": maybeText,
  ])
  static let taskList = object(["items": list(task)])
  static let stageList = object([
    "items": list(object(["stage": text, "uses": text, "paused": ["type": "boolean"]]))
  ])
  static let refusal = object([
    "type": text, "title": text, "status": number, "code": text, "detail": text,
  ])

  // Any bytes (OpenAPI 3.1, 4.8.14.4): a type would make a promise about them.
  private static let file: JSONValue = ["contentMediaType": "application/octet-stream"]
  private static let files: JSONValue = ["type": "array", "items": file, "minItems": 1]
  private static func shortText(_ about: String) -> JSONValue {
    [
      "type": "string", "maxLength": .integer(Int64(UploadReceiver.Form.textCharacters)),
      "pattern": "^[^\\u0000]*$", "description": .string(about),
    ]
  }
  /// `procedures` are the catalogue's codes.
  static func submission(procedures: [String]) -> JSONValue {
    form(submissionParts.merging(["procedure": choice(procedures)], uniquingKeysWith: { $1 }))
  }
  private static let submissionParts: [String: JSONValue] = [
    "files": files,
    "sender": shortText("The sender's name"), "phone": shortText("Telephone number"),
    "address": shortText("Address"), "email": shortText("E-mail address"),
    "request": shortText("What is asked for, in the citizen's words"),
  ]
  static let supplement: JSONValue = form(["files": files])
  /// What people write: the store takes no NUL.
  private static let words: JSONValue = ["type": "string", "pattern": "^[^\\u0000]*$"]
  static let note: JSONValue = object(["note": words], required: [])
  static let nothing: JSONValue = ["type": "object"]
  static let rejection: JSONValue = object(
    [
      "reason": object(
        ["vi": ["type": "string", "minLength": 1, "pattern": "^[^\\u0000]*$"], "en": words], required: ["vi"])
    ])
  static let returnChoice: JSONValue = object(
    ["way": choice(ReturnChoice.Way.allCases.map(\.rawValue)), "address": words], required: ["way"])
}

extension Route.Success {
  static let accepted = Route.Success(
    status: 202, type: "application/json", about: "Durable; the same Idempotency-Key gives the same dossier again",
    schema: Schemas.accepted)
  static let pdf = Route.Success(
    status: 200, type: "application/pdf", about: "The file",
    schema: ["type": "string", "contentMediaType": "application/pdf"])
  static let tar = Route.Success(
    status: 200, type: "application/x-tar", about: "The package",
    schema: ["type": "string", "contentMediaType": "application/x-tar"])
  static let png = Route.Success(
    status: 200, type: "image/png", about: "The page",
    schema: ["type": "string", "contentMediaType": "image/png"])
  static let text = Route.Success(status: 200, type: "text/plain", about: "In words", schema: Schemas.text)
  static let page = Route.Success(status: 200, type: "text/html", about: "A page for people", schema: Schemas.text)
  static func json(_ schema: JSONValue) -> Route.Success {
    Route.Success(status: 200, type: "application/json", about: "Done", schema: schema)
  }
}

extension Route.Parameter {
  static let id = Route.Parameter(
    name: "id", place: .path, schema: Schemas.reference, about: "The id that the submission gave; or the dossier's code"
  )
  static let task = Route.Parameter(name: "task", place: .path, schema: Schemas.reference, about: "The task's id")
  static let stage = Route.Parameter(name: "stage", place: .path, schema: Schemas.reference, about: "The stage's id")
  static let idempotencyKey = Route.Parameter(
    name: "Idempotency-Key", place: .header,
    schema: ["type": "string", "minLength": 1, "maxLength": 200, "pattern": "^[!-~]+$"],
    about: "The same key again gives the first answer, and takes nothing in twice")
  static let states = Route.Parameter(
    name: "state", place: .query, schema: Schemas.list(Schemas.state), about: "Only these; may be repeated")
  static let taskStates = Route.Parameter(
    name: "state", place: .query, schema: Schemas.list(Schemas.choice(QueuedTask.State.allCases.map(\.rawValue))),
    about: "Only these; may be repeated")
  static let channel = Route.Parameter(
    name: "channel", place: .query, schema: Schemas.text, about: "Only what came this way: http, web, zalo, …")
  static let procedure = Route.Parameter(
    name: "procedure", place: .query, schema: Schemas.text, about: "Only those of this procedure, by its code")
  static let receivedFrom = Route.Parameter(
    name: "receivedFrom", place: .query, schema: Schemas.day, about: "Only those received on this day or later")
  static let receivedTo = Route.Parameter(
    name: "receivedTo", place: .query, schema: Schemas.day, about: "Only those received on this day or before")
  static let document = Route.Parameter(
    name: "document", place: .path, schema: Schemas.reference, about: "The document's id, or its ordinal")
  static let page = Route.Parameter(
    name: "page", place: .path, schema: ["type": "integer", "minimum": 1], about: "Counted from 1")
  static let limit = Route.Parameter(
    name: "limit", place: .query, schema: ["type": "integer", "minimum": 1, "maximum": 500],
    about: "How many at the most (default: 50)")
  static let before = Route.Parameter(
    name: "before", place: .query, schema: Schemas.reference, about: "The last answer's `next`")
}
