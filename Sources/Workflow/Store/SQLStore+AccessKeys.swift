import Dossiers

extension SQLStore {
  public func addKey(_ key: AccessKey, secretSHA256: String) throws(StoreError) {
    try database.write("adding an access key") { transaction throws(StoreError) in
      try transaction.run(
        """
        INSERT INTO api_keys (id, label, scopes, secret_sha256, created_at, created_by) VALUES ($1, $2, $3, $4, $5, $6)
        """,
        [
          .string(key.id), .string(key.label), .string(key.scopes.map(\.rawValue).sorted().joined(separator: ",")),
          .string(secretSHA256), .time(key.createdAt), .string(key.createdBy),
        ])
      try transaction.note("access-key.made", actor: key.createdBy, data: ["key": .string(key.id)])
    }
  }

  public func accessKey(_ id: String) throws(StoreError) -> (key: AccessKey, secretSHA256: String)? {
    let found = try database.read("reading an access key") { transaction throws(StoreError) in
      try transaction.first(
        SQL(assembled: "SELECT \(AccessKey.columns), secret_sha256 FROM api_keys WHERE id = $1"), [.string(id)]
      ) { row throws(StoreError) in KeyAndSecret(key: try AccessKey(row: row), secretSHA256: row.text(6)) }
    }
    return found.map { ($0.key, $0.secretSHA256) }
  }

  public func accessKeys() throws(StoreError) -> [AccessKey] {
    try database.read("listing access keys") { transaction throws(StoreError) in
      try transaction.rows(
        SQL(assembled: "SELECT \(AccessKey.columns) FROM api_keys ORDER BY created_at, id"), []
      ) { row throws(StoreError) in try AccessKey(row: row) }
    }
  }

  public func revokeKey(_ id: String, by actor: String) throws(StoreError) {
    try database.write("revoking an access key") { transaction throws(StoreError) in
      let known = try transaction.change(
        "UPDATE api_keys SET revoked_at = coalesce(revoked_at, $1) WHERE id = $2",
        [.time(transaction.now), .string(id)])
      if known == 0 { throw StoreError(.notFound, "no access key \(id)", doing: "revoking an access key") }
      try transaction.note("access-key.revoked", actor: actor, data: ["key": .string(id)])
    }
  }
}

private struct KeyAndSecret: Sendable {
  let key: AccessKey
  let secretSHA256: String
}

extension AccessKey {
  fileprivate static let columns = "id, label, scopes, created_at, created_by, revoked_at"

  fileprivate init(row: any SQLRow) throws(StoreError) {
    var scopes: Set<Scope> = []
    for word in row.text(2).split(separator: ",") {
      guard let scope = Scope(rawValue: String(word)) else {
        throw StoreError(.corrupt, "unknown scope \(word)", doing: "reading an access key")
      }
      scopes.insert(scope)
    }
    self.init(
      id: row.text(0), label: row.text(1), scopes: scopes, createdAt: row.time(3), createdBy: row.text(4),
      revokedAt: row.optionalTime(5))
  }
}
