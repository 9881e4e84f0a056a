public import Dossiers

extension SQLStore {
  /// Documents, receipts, results, stacks that were taken apart; and what stages' runs refer to: large outputs (`{"stored":"<sha256>"}`), and
  /// files that a stage made, whose output names them by its member `sha256`.
  public func referencedFiles() throws(StoreError) -> Set<String> {
    try database.read("listing referenced files") { transaction throws(StoreError) in
      var found = Set(
        try transaction.rows(
          """
          SELECT sha256 FROM documents
          UNION SELECT pdf_sha256 FROM receipts WHERE pdf_sha256 IS NOT NULL
          UNION SELECT png_sha256 FROM receipts WHERE png_sha256 IS NOT NULL
          UNION SELECT sha256 FROM results
          UNION SELECT sha256 FROM stacks
          UNION SELECT copy_sha256 FROM packages WHERE copy_sha256 IS NOT NULL
          """, []
        ) { row in row.text(0) })
      let outputs = try transaction.rows(
        """
        SELECT DISTINCT output FROM stage_runs
        WHERE output LIKE '{"stored":"%' OR (output LIKE '%"sha256":"%' AND length(output) < $1)
        """, [.int(Self.longestReferringOutput)]
      ) { row throws(StoreError) in try row.json(0) }
      for output in outputs {
        for member in ["stored", "sha256"] {
          if let digest = output[member]?.string { found.insert(digest) }
        }
      }
      return found
    }
  }

  /// An output that tells of a file is a few members long; page texts, which run to 256 KiB, are not taken apart.
  private static var longestReferringOutput: Int { 16_384 }

  public func packages(after last: StoredPackage?, limit: Int) throws(StoreError) -> [StoredPackage] {
    let condition = last == nil ? "" : "WHERE (dossier, version, format) > ($1, $2, $3)"
    let values: [SQLValue] = last.map { [.id($0.dossier), .int($0.version), .string($0.format)] } ?? []
    let sql = SQL(
      assembled: """
        SELECT \(StoredPackage.columns) FROM packages \(condition)
        ORDER BY dossier, version, format LIMIT $\(values.count + 1)
        """)
    return try database.read("listing packages") { transaction throws(StoreError) in
      try transaction.rows(sql, values + [.int(max(0, limit))]) { row in StoredPackage(row: row) }
    }
  }

  public func noteUpkeep(_ type: String, by actor: String, data: JSONValue) throws(StoreError) {
    try database.write("noting what was done") { transaction throws(StoreError) in
      try transaction.note(type, actor: actor, data: data)
    }
  }
}
