import Dossiers
import Reception
import Workflow

/// Dossiers as the interface tells of them.
enum DossierJSON {
  static func head(of dossier: Dossier) -> [String: JSONValue] {
    let words = dossier.statusText
    return [
      "dossier": .string(dossier.id.rawValue), "code": dossier.code.map { .string($0) } ?? .null,
      "state": .string(dossier.state.rawValue), "nationalStatus": .integer(Int64(dossier.nationalStatus.rawValue)),
      "procedure": .string(dossier.procedure), "sender": dossier.sender.map { .string($0) } ?? .null,
      "channel": .string(dossier.channel), "version": .integer(Int64(dossier.version)),
      "receivedAt": time(dossier.receivedAt), "dueAt": dossier.dueAt.map(time) ?? .null,
      "updatedAt": time(dossier.updatedAt), "status": text(words.status), "nextStep": text(words.nextStep),
    ]
  }

  static func document(_ document: Document) -> JSONValue {
    [
      "document": .string(document.id.rawValue), "ordinal": .integer(Int64(document.ordinal)),
      "name": .string(document.name), "sha256": .string(document.sha256), "bytes": .integer(document.byteCount),
      "mediaType": document.mediaType.map { .string($0) } ?? .null,
      "pages": document.pageCount.map { .integer(Int64($0)) } ?? .null, "state": .string(document.stateName),
      "version": .integer(Int64(document.version)),
    ]
  }

  static func field(_ stored: StoredField) -> JSONValue {
    let field = stored.field
    let box = field.box.map { box in
      JSONValue.array([box.x0, box.y0, box.x1, box.y1].map { .integer(Int64($0)) })
    }
    return [
      "document": .string(stored.document.rawValue), "part": .integer(Int64(stored.part)),
      "kind": .string(stored.partKind.rawValue), "name": .string(stored.name.rawValue), "value": field.value,
      "confidence": .number(field.confidence), "source": .string(field.source.rawValue),
      "verified": .bool(field.verified), "flagged": .bool(stored.flagged), "page": .integer(Int64(field.page)),
      "box": box ?? .null,
    ]
  }

  static func problem(_ stored: StoredProblem) -> JSONValue {
    let problem = stored.problem
    return [
      "code": .string(problem.code.rawValue), "severity": .string(problem.severity.rawValue),
      "document": stored.document.map { .string($0.rawValue) } ?? .null,
      "page": problem.page.map { .integer(Int64($0)) } ?? .null, "message": text(problem.message),
      "remedy": text(problem.remedy), "openedAt": time(stored.openedAt),
      "settledAt": stored.settledAt.map(time) ?? .null,
      "supersededBy": .array((stored.supersession?.documents ?? []).map { .integer(Int64($0)) }),
    ]
  }

  static func task(_ task: QueuedTask) -> JSONValue {
    [
      "task": .string(task.id.rawValue), "kind": .string(task.kind.rawValue),
      "dossier": .string(task.dossier.rawValue), "document": task.document.map { .string($0.rawValue) } ?? .null,
      "state": .string(task.state.rawValue), "stage": task.stage.map { .string($0) } ?? .null,
      "attempts": .integer(Int64(task.attempts)), "strikes": .integer(Int64(task.strikes)),
      "crashes": .integer(Int64(task.crashes)), "runAt": time(task.runAt),
      "lastError": task.lastError.map { .string($0) } ?? .null,
    ]
  }

  static func text(_ text: BilingualText) -> JSONValue { ["vi": .string(text.vi), "en": .string(text.en)] }

  /// ISO 8601, at Vietnam's offset.
  static func time(_ time: Timestamp) -> JSONValue { .string(VietnamTime(time).iso) }
}
