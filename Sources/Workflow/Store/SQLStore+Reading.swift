import Dossiers

extension SQLStore {
  public func dossier(_ id: DossierID) throws(StoreError) -> Dossier? {
    try database.read("reading a dossier") { transaction throws(StoreError) in try transaction.dossier(id) }
  }

  public func dossier(code: String) throws(StoreError) -> Dossier? {
    try database.read("reading a dossier by its code") { transaction throws(StoreError) in
      try transaction.first(
        SQL(assembled: "SELECT \(Dossier.columns) FROM dossiers WHERE code = $1"), [.string(code)]
      ) { row throws(StoreError) in try Dossier(row: row) }
    }
  }

  public func dossier(submission: SubmissionID) throws(StoreError) -> Dossier? {
    try database.read("reading a submission's dossier") { transaction throws(StoreError) in
      try transaction.first(
        SQL(
          assembled: """
            SELECT \(Dossier.columns) FROM dossiers
            WHERE id = (SELECT dossier FROM submissions WHERE id = $1)
            """), [.id(submission)]
      ) { row throws(StoreError) in try Dossier(row: row) }
    }
  }

  public func dossiers(_ filter: DossierFilter) throws(StoreError) -> [Dossier] {
    var conditions: [String] = []
    var values: [SQLValue] = []
    if let states = filter.states {
      if states.isEmpty { return [] }
      conditions.append("state IN (\(SQL.parameters(states.count, after: values.count)))")
      values += states.map { .string($0.rawValue) }
    }
    if let before = filter.before {
      conditions.append("id < $\(values.count + 1)")
      values.append(.id(before))
    }
    if let channel = filter.channel {
      conditions.append("channel = $\(values.count + 1)")
      values.append(.string(channel))
    }
    if let procedure = filter.procedure {
      conditions.append("procedure = $\(values.count + 1)")
      values.append(.string(procedure))
    }
    if let from = filter.receivedFrom {
      conditions.append("received_at >= $\(values.count + 1)")
      values.append(.time(from))
    }
    if let before = filter.receivedBefore {
      conditions.append("received_at < $\(values.count + 1)")
      values.append(.time(before))
    }
    let condition = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
    let limit = "LIMIT $\(values.count + 1)"
    values.append(.int(max(0, filter.limit)))
    let sql = SQL(assembled: "SELECT \(Dossier.columns) FROM dossiers \(condition) ORDER BY id DESC \(limit)")
    return try database.read("listing dossiers") { transaction throws(StoreError) in
      try transaction.rows(sql, values) { row throws(StoreError) in try Dossier(row: row) }
    }
  }

  public func submissions(of dossier: DossierID) throws(StoreError) -> [Submission] {
    try list("reading submissions", "\(Submission.columns) FROM submissions WHERE dossier = $1 ORDER BY id", dossier) {
      row in Submission(row: row)
    }
  }

  public func documents(of dossier: DossierID) throws(StoreError) -> [Document] {
    try list(
      "reading documents", "\(Document.columns) FROM documents WHERE dossier = $1 ORDER BY ordinal", dossier
    ) { row throws(StoreError) in try Document(row: row) }
  }

  public func document(_ id: DocumentID) throws(StoreError) -> Document? {
    try database.read("reading a document") { transaction throws(StoreError) in
      try transaction.first(
        SQL(assembled: "SELECT \(Document.columns) FROM documents WHERE id = $1"), [.id(id)]
      ) { row throws(StoreError) in try Document(row: row) }
    }
  }

  public func problems(of dossier: DossierID) throws(StoreError) -> [StoredProblem] {
    try list(
      "reading problems", "\(StoredProblem.columns) FROM problems WHERE dossier = $1 ORDER BY id", dossier
    ) { row throws(StoreError) in try StoredProblem(row: row) }
  }

  public func runs(of dossier: DossierID) throws(StoreError) -> [StageRun] {
    try database.read("reading stage runs") { transaction throws(StoreError) in
      try transaction.rows(
        SQL(assembled: "\(StageRun.selection) WHERE t.dossier = $1 ORDER BY r.sequence"), [.id(dossier)]
      ) { row throws(StoreError) in try StageRun(row: row) }
    }
  }

  public func events(of dossier: DossierID) throws(StoreError) -> [Event] {
    try list(
      "reading events", "\(Event.columns) FROM events WHERE dossier = $1 ORDER BY sequence", dossier
    ) { row throws(StoreError) in try Event(row: row) }
  }

  public func receipt(of dossier: DossierID) throws(StoreError) -> IssuedReceipt? {
    try database.read("reading a receipt") { transaction throws(StoreError) in
      try transaction.receipt(of: dossier)
    }
  }

  public func packages(of dossier: DossierID) throws(StoreError) -> [StoredPackage] {
    try list(
      "reading packages", "\(StoredPackage.columns) FROM packages WHERE dossier = $1 ORDER BY version, format", dossier
    ) { row in StoredPackage(row: row) }
  }

  public func tally() throws(StoreError) -> StoreTally {
    try database.read("counting") { transaction throws(StoreError) in
      let dossiers = try transaction.counts("SELECT state, count(*) FROM dossiers GROUP BY state")
      var tasks = try transaction.counts(
        "SELECT state, count(*) FROM tasks WHERE state <> 'queued' GROUP BY state")
      tasks.merge(try transaction.counts("SELECT state, count(*) FROM task_queue GROUP BY state")) { $0 + $1 }
      let pending = try transaction.first("SELECT count(*) FROM outbox WHERE sent_at IS NULL", []) { row in row.int(0) }
      return StoreTally(dossiers: dossiers, tasks: tasks, outboxPending: pending ?? 0)
    }
  }

  /// Rows that belong to a dossier.
  private func list<Value: Sendable>(
    _ doing: String, _ selection: String, _ dossier: DossierID,
    _ body: (any SQLRow) throws(StoreError) -> Value
  ) throws(StoreError) -> [Value] {
    try database.read(doing) { transaction throws(StoreError) in
      try transaction.rows(SQL(assembled: "SELECT " + selection), [.id(dossier)], body)
    }
  }
}

extension SQLTransaction {
  func dossier(_ id: DossierID) throws(StoreError) -> Dossier? {
    try first(SQL(assembled: "SELECT \(Dossier.columns) FROM dossiers WHERE id = $1"), [.id(id)]) {
      row throws(StoreError) in try Dossier(row: row)
    }
  }

  func requireDossier(_ id: DossierID) throws(StoreError) -> Dossier {
    guard let dossier = try dossier(id) else {
      throw StoreError(.notFound, "no dossier \(id)", doing: "reading a dossier")
    }
    return dossier
  }

  fileprivate func counts(_ sql: SQL) throws(StoreError) -> [String: Int] {
    Dictionary(try rows(sql, []) { row in (row.text(0), row.int(1)) }, uniquingKeysWith: +)
  }
}

extension SQL {
  /// `$3, $4` for two after two.
  static func parameters(_ count: Int, after: Int) -> String {
    (0..<count).map { "$\(after + $0 + 1)" }.joined(separator: ", ")
  }
}
