import Dossiers

extension SQLStore {
  @discardableResult
  public func record(_ record: StageRecord, under token: LeaseToken) throws(StoreError) -> RecordAnswer {
    try database.write("recording stage \(record.stage)") { transaction throws(StoreError) in
      try transaction.record(record, under: token)
    }
  }

  public func record(
    contentsOf records: [(record: StageRecord, token: LeaseToken)]
  ) throws(StoreError) -> [RecordAnswer?] {
    if records.isEmpty { return [] }
    return try database.write("recording \(records.count) stages") { transaction throws(StoreError) in
      try transaction.record(together: records)
    }
  }

  public func runs(of task: TaskID) throws(StoreError) -> [StageRun] {
    try database.read("reading stage runs") { transaction throws(StoreError) in
      try transaction.rows(
        SQL(assembled: "\(StageRun.selection) WHERE r.task = $1 ORDER BY r.sequence"), [.id(task)]
      ) { row throws(StoreError) in try StageRun(row: row) }
    }
  }

  public func issueReceipt(
    _ request: ReceiptRequest, under token: LeaseToken, sign: (_ code: String) -> String
  ) throws(StoreError) -> IssuedReceipt {
    try database.write("issuing a receipt") { transaction throws(StoreError) in
      try transaction.lock(dossierOf: token.task)
      let row = try transaction.held(token)
      if let issued = try transaction.receipt(of: row.dossier) { return issued }
      let serial = try transaction.nextSerial(agency: request.agency, day: request.day)
      let digits = String(serial)
      let code =
        "\(request.agency)-\(request.day)-\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)"
      let receipt = IssuedReceipt(
        dossier: row.dossier, code: code, agency: request.agency, issuedAt: request.issuedAt, dueAt: request.dueAt,
        contentDigest: request.contentDigest, keyID: request.keyID, signature: sign(code), pdfSHA256: nil,
        pngSHA256: nil)
      try transaction.insert(receipt, day: request.day, serial: serial)
      try transaction.note(
        "receipt.issued", actor: token.worker.rawValue, dossier: row.dossier, task: row.id,
        data: ["code": .string(code)])
      return receipt
    }
  }
}

extension SQLTransaction {
  func receipt(of dossier: DossierID) throws(StoreError) -> IssuedReceipt? {
    try first(
      SQL(assembled: "SELECT \(IssuedReceipt.columns) FROM receipts WHERE dossier = $1"), [.id(dossier)]
    ) { row in IssuedReceipt(row: row) }
  }

  fileprivate func nextSerial(agency: String, day: String) throws(StoreError) -> Int64 {
    let serial = try first(
      """
      INSERT INTO counters (agency, day, value) VALUES ($1, $2, 1)
      ON CONFLICT (agency, day) DO UPDATE SET value = counters.value + 1 RETURNING value
      """, [.string(agency), .string(day)]
    ) { row in row.integer(0) }
    guard let serial else { throw StoreError(.other, "the counter gave no number", doing: "issuing a receipt") }
    return serial
  }

  fileprivate func insert(_ receipt: IssuedReceipt, day: String, serial: Int64) throws(StoreError) {
    try run(
      """
      INSERT INTO receipts (dossier, code, agency, day, serial, issued_at, due_at, content_digest, key_id, signature)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
      """,
      [
        .id(receipt.dossier), .string(receipt.code), .string(receipt.agency), .string(day), .integer(serial),
        .time(receipt.issuedAt), .time(receipt.dueAt), .string(receipt.contentDigest), .string(receipt.keyID),
        .string(receipt.signature),
      ])
    try run(
      "UPDATE dossiers SET code = $1, due_at = $2, state = 'accepted', updated_at = $3 WHERE id = $4",
      [.string(receipt.code), .time(receipt.dueAt), .time(now), .id(receipt.dossier)])
  }
}
