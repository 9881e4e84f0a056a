import Dossiers

extension SQLStore {
  public func currentSigningKey(make: () -> [UInt8]) throws(StoreError) -> SigningKey {
    let known = try database.read("reading the signing key") { transaction throws(StoreError) in
      try transaction.currentKey()
    }
    if let known { return known }
    return try database.write("making the signing key") { transaction throws(StoreError) in
      // Another process may have made it meanwhile: all workers must sign with one.
      if let known = try transaction.currentKey() { return known }
      return try transaction.addKey(make())
    }
  }

  public func signingKey(_ id: String) throws(StoreError) -> SigningKey? {
    try database.read("reading a signing key") { transaction throws(StoreError) in
      try transaction.first(
        SQL(assembled: "SELECT \(SigningKey.columns) FROM signing_keys WHERE id = $1"), [.string(id)]
      ) { row in SigningKey(row: row) }
    }
  }

  public func rotateSigningKey(secret: [UInt8]) throws(StoreError) -> SigningKey {
    try database.write("rotating the signing key") { transaction throws(StoreError) in
      try transaction.addKey(secret)
    }
  }
}

extension SQLTransaction {
  fileprivate func currentKey() throws(StoreError) -> SigningKey? {
    try first(
      SQL(assembled: "SELECT \(SigningKey.columns) FROM signing_keys ORDER BY number DESC LIMIT 1"), []
    ) { row in SigningKey(row: row) }
  }

  /// Short ids, because they stand in the receipt's QR: `k1`, `k2`, …
  fileprivate func addKey(_ secret: [UInt8]) throws(StoreError) -> SigningKey {
    let number = try first("SELECT coalesce(max(number), 0) + 1 FROM signing_keys", []) { row in row.integer(0) } ?? 1
    let key = SigningKey(id: "k\(number)", secret: secret, createdAt: now)
    try run(
      "INSERT INTO signing_keys (number, id, secret, created_at) VALUES ($1, $2, $3, $4)",
      [.integer(number), .string(key.id), .bytes(secret), .time(now)])
    try note("key.made", actor: "store", data: ["key": .string(key.id)])
    return key
  }
}
