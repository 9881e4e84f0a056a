public import Dossiers

extension SQLStore {
  public func token(of service: String) throws(StoreError) -> ServiceToken? {
    try database.read("reading a token") { transaction throws(StoreError) in
      try transaction.first(
        "SELECT service, seed, access, refresh, expires_at FROM service_tokens WHERE service = $1",
        [.string(service)]
      ) { row in
        ServiceToken(
          service: row.text(0), seed: row.text(1), access: row.text(2), refresh: row.text(3), expiresAt: row.time(4))
      }
    }
  }

  public func beginRenewing(
    _ service: String, seed: String, firstRefresh: String, until: Timestamp
  ) throws(StoreError) -> Bool {
    try database.write("renewing a token") { transaction throws(StoreError) in
      try transaction.run(
        """
        INSERT INTO service_tokens (service, seed, access, refresh, expires_at) VALUES ($1, $2, '', $3, 0)
        ON CONFLICT (service) DO UPDATE SET seed = excluded.seed, access = '', refresh = excluded.refresh,
          expires_at = 0, renewing_until = 0
        WHERE service_tokens.seed <> excluded.seed
        """, [.string(service), .string(seed), .string(firstRefresh)])
      let begun = try transaction.change(
        "UPDATE service_tokens SET renewing_until = $1 WHERE service = $2 AND renewing_until <= $3",
        [.time(until), .string(service), .time(transaction.now)])
      return begun == 1
    }
  }

  public func keep(_ token: ServiceToken) throws(StoreError) {
    try database.write("keeping a token") { transaction throws(StoreError) in
      try transaction.run(
        """
        UPDATE service_tokens SET seed = $1, access = $2, refresh = $3, expires_at = $4, renewing_until = 0
        WHERE service = $5
        """,
        [
          .string(token.seed), .string(token.access), .string(token.refresh), .time(token.expiresAt),
          .string(token.service),
        ])
    }
  }

  public func endRenewing(_ service: String) throws(StoreError) {
    try database.write("leaving a token as it is") { transaction throws(StoreError) in
      try transaction.run("UPDATE service_tokens SET renewing_until = 0 WHERE service = $1", [.string(service)])
    }
  }
}
