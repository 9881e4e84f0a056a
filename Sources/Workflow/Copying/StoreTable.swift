/// A table as copies know it.
struct StoreTable: Sendable {
  enum Kind {
    case text, integer, real, bytes
  }

  let name: String
  /// The primary key's columns.
  let key: [String]
  let columns: [(name: String, kind: Kind)]
  /// The database numbers new rows by itself.
  let isNumbered: Bool

  /// `columns` are names with a blank between them; `:i`, `:r` and `:b` mark integers, reals and bytes.
  init(_ name: String, key: [String], _ columns: String, isNumbered: Bool = false) {
    self.name = name
    self.key = key
    self.isNumbered = isNumbered
    self.columns = columns.split(separator: " ").map { word in
      switch word.suffix(2) {
      case ":i": (String(word.dropLast(2)), .integer)
      case ":r": (String(word.dropLast(2)), .real)
      case ":b": (String(word.dropLast(2)), .bytes)
      default: (String(word), .text)
      }
    }
  }

  /// Every table of the store, each after those that it refers to. Tests hold this list against the schema.
  static let all = [
    StoreTable("plans", key: ["id"], "id name canonical_json applied_at:i"),
    StoreTable("active_plan", key: ["slot"], "slot:i plan actor since:i"),
    StoreTable(
      "dossiers", key: ["id"],
      """
      id state code procedure plan first_document_stage first_dossier_stage channel sender priority:i \
      version:i received_at:i due_at:i updated_at:i
      """),
    StoreTable(
      "submissions", key: ["id"],
      """
      id dossier version:i idempotency_key channel sender phone address email request received_at:i duplicates
      """),
    StoreTable(
      "documents", key: ["id"],
      """
      id dossier submission version:i ordinal:i name sha256 byte_count:i media_type page_count:i state \
      received_at:i
      """),
    StoreTable(
      "stacks", key: ["sha256"], "sha256 name byte_count:i page_count:i layout received_at:i"),
    StoreTable("page_print_turns", key: ["slot"], "slot:i turn:i"),
    StoreTable("page_prints", key: ["document", "page"], "document page:i turn:i bits"),
    StoreTable(
      "page_print_words", key: ["position", "word", "document", "page"], "position:i word:i document page:i"),
    StoreTable(
      "duplicates", key: ["document", "earlier", "kind"], "document earlier kind policy found_at:i"),
    StoreTable("parts", key: ["document", "part"], "document part:i stage kind variant sides pages"),
    StoreTable(
      "fields", key: ["document", "part", "name"],
      """
      document part:i name value confidence:r source verified:i flagged:i page:i box
      """),
    StoreTable("field_settings", key: ["document", "part", "name"], "document part:i name value actor set_at:i"),
    StoreTable(
      "problems", key: ["id"],
      """
      id:i dossier document stage code severity page:i message_vi message_en remedy_vi remedy_en opened_at:i \
      settled_at:i settled_by
      """, isNumbered: true),
    StoreTable(
      "events", key: ["sequence"],
      """
      sequence:i at:i dossier document task type actor data
      """, isNumbered: true),
    StoreTable(
      "outbox", key: ["id"],
      """
      id:i at:i dossier version:i topic payload attempts:i next_at:i sent_at:i last_error
      """, isNumbered: true),
    StoreTable("counters", key: ["agency", "day"], "agency day value:i"),
    StoreTable(
      "receipts", key: ["dossier"],
      """
      dossier code agency day serial:i issued_at:i due_at:i content_digest key_id signature pdf_sha256 \
      png_sha256
      """),
    StoreTable(
      "results", key: ["id"], "id:i dossier name sha256 byte_count:i actor at:i", isNumbered: true),
    StoreTable("return_choices", key: ["dossier"], "dossier way address at:i"),
    StoreTable("api_keys", key: ["id"], "id label scopes secret_sha256 created_at:i created_by revoked_at:i"),
    StoreTable(
      "packages", key: ["dossier", "version", "format"],
      """
      dossier version:i format path digest byte_count:i created_at:i copy_sha256
      """),
    StoreTable(
      "tasks", key: ["id"],
      """
      id kind dossier document plan state stage priority:i queued_at:i attempts:i strikes:i crashes:i claim:i \
      last_error ended_at:i turn:i
      """),
    StoreTable(
      "task_queue", key: ["id"],
      """
      id kind dossier document plan state stage priority:i queued_at:i run_at:i wait_boot wait_until:i \
      wait_milliseconds:i attempts:i strikes:i crashes:i claim:i worker lease_boot lease_until:i last_error turn:i
      """),
    StoreTable(
      "stage_runs", key: ["sequence"],
      """
      sequence:i task plan stage uses attempt:i worker started_at:i ended_at:i outcome output facts detail \
      peak_memory_bytes:i cpu_milliseconds:i
      """, isNumbered: true),
    StoreTable("workers", key: ["id"], "id host process_id:i version boot started_at:i seen_at:i plan"),
    StoreTable("sender_turns", key: ["party", "priority"], "party priority:i turn:i"),
    StoreTable("stage_limits", key: ["stage"], "stage at_once:i"),
    StoreTable("stage_pauses", key: ["stage"], "stage actor since:i"),
    StoreTable("signing_keys", key: ["number"], "number:i id secret:b created_at:i"),
  ]

  var columnList: String { columns.map(\.name).joined(separator: ", ") }

  /// A page of rows in key order, after the key whose values are the first parameters; the last is the limit.
  func page(isFirst: Bool) -> SQL {
    let keys = key.joined(separator: ", ")
    let condition = isFirst ? "" : "WHERE (\(keys)) > (\(SQL.parameters(key.count, after: 0))) "
    return SQL(
      assembled:
        "SELECT \(columnList) FROM \(name) \(condition)ORDER BY \(keys) LIMIT $\(isFirst ? 1 : key.count + 1)")
  }

  var insertion: SQL {
    SQL(assembled: "INSERT INTO \(name) (\(columnList)) VALUES (\(SQL.parameters(columns.count, after: 0)))")
  }

  func values(_ row: any SQLRow) -> [SQLValue] {
    columns.enumerated().map { index, column in
      if row.isNull(index) { return .null }
      return switch column.kind {
      case .text: .string(row.text(index))
      case .integer: .integer(row.integer(index))
      case .real: .real(row.real(index))
      case .bytes: .bytes(row.bytes(index))
      }
    }
  }

  func keyValues(of values: [SQLValue]) -> [SQLValue] {
    key.compactMap { name in columns.firstIndex { $0.name == name }.map { values[$0] } }
  }
}
