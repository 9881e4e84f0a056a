import CPostgres

/// Opening a connection, and statements outside the pipeline.
enum PostgresLink {
  /// A connection that the caller finishes. Throws `.unavailable`.
  static func open(_ url: String) throws(StoreError) -> OpaquePointer {
    try PostgresLibrary.load()
    // What stands before the URL holds where the URL says nothing else. Keep-alives find a server that vanished
    // without a word; a store call must not hang for ever.
    let settings = [
      ("connect_timeout", "10"), ("fallback_application_name", "hoso"), ("keepalives_idle", "10"),
      ("keepalives_interval", "5"), ("keepalives_count", "3"), ("tcp_user_timeout", "30000"), ("dbname", url),
      ("client_encoding", "UTF8"),
    ]
    let handle = withCStrings(settings.map(\.0)) { names in
      withCStrings(settings.map(\.1)) { values in hoso_PQconnectdbParams(names, values, 1) }
    }
    guard let handle else { throw StoreError(.unavailable, "out of memory", doing: "connecting to the store") }
    guard hoso_PQstatus(handle) == CONNECTION_OK else {
      let failure = PostgresFailure(lost: handle, doing: "connecting to the store")
      hoso_PQfinish(handle)
      throw failure.error
    }
    hoso_pq_be_silent(handle)
    return handle
  }

  /// Several statements without parameters, in one transaction unless they say otherwise.
  static func script(_ text: String, on handle: OpaquePointer, doing: String) throws(StoreError) {
    _ = try query(text, on: handle, doing: doing)
  }

  static func query(_ text: String, on handle: OpaquePointer, doing: String) throws(StoreError) -> PostgresResult {
    guard let raw = hoso_PQexec(handle, text) else { throw PostgresFailure(lost: handle, doing: doing).error }
    let result = PostgresResult(owning: raw)
    switch result.status {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY, PGRES_COPY_IN: return result
    default:
      throw PostgresFailure(
        raw, connectionIsBad: hoso_PQstatus(handle) == CONNECTION_BAD, doing: doing
      ).error
    }
  }

  /// An array of C strings that ends with nil.
  private static func withCStrings<Value>(
    _ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Value
  ) -> Value {
    var bytes: [CChar] = []
    let offsets = strings.map { string in
      let offset = bytes.count
      bytes.append(contentsOf: string.utf8CString)
      return offset
    }
    return bytes.withUnsafeBufferPointer { buffer in
      let pointers: [UnsafePointer<CChar>?] = offsets.map { offset in buffer.baseAddress.map { $0 + offset } } + [nil]
      return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
    }
  }
}
