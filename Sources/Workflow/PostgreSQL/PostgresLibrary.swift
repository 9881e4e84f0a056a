import CPostgres

/// libpq, loaded when the first PostgreSQL store is opened.
enum PostgresLibrary {
  static func load() throws(StoreError) {
    if let problem = hoso_pq_load() {
      throw StoreError(.unavailable, String(cString: problem), doing: "opening the store")
    }
  }
}
