import CSQLite

/// Owns one `sqlite3_stmt*`. Belongs to its connection and is used where that is used.
final class SQLiteStatement: SQLRow {
  private let handle: OpaquePointer

  init(_ sql: SQL, on connection: OpaquePointer, doing: String) throws(StoreError) {
    var text = sql.text
    var handle: OpaquePointer?
    let code = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        sqlite3_prepare_v3(
          connection, characters.baseAddress, Int32(characters.count), UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
      }
    }
    try SQLiteResult.check(code, connection, doing: doing)
    guard let handle else { throw StoreError(.other, "an empty statement", doing: doing) }
    self.handle = handle
    try requireNumberedParameters(doing: doing)
  }

  deinit {
    sqlite3_finalize(handle)
  }

  /// Binds, steps to the end, and makes the statement ready for its next use, whatever happens.
  func execute(
    _ values: [SQLValue], doing: String, row body: () throws(StoreError) -> Void
  ) throws(StoreError) {
    defer {
      sqlite3_reset(handle)
      sqlite3_clear_bindings(handle)
    }
    try bind(values, doing: doing)
    while true {
      let code = sqlite3_step(handle)
      if code == SQLITE_DONE { return }
      guard code == SQLITE_ROW else { throw SQLiteResult.error(code, sqlite3_db_handle(handle), doing: doing) }
      try body()
    }
  }

  func isNull(_ column: Int) -> Bool { sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL }
  func integer(_ column: Int) -> Int64 { sqlite3_column_int64(handle, Int32(column)) }
  func real(_ column: Int) -> Double { sqlite3_column_double(handle, Int32(column)) }

  func text(_ column: Int) -> String {
    guard let bytes = sqlite3_column_text(handle, Int32(column)) else { return "" }
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  func bytes(_ column: Int) -> [UInt8] {
    guard let bytes = sqlite3_column_blob(handle, Int32(column)) else { return [] }
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return [UInt8](UnsafeRawBufferPointer(start: bytes, count: count))
  }

  private func bind(_ values: [SQLValue], doing: String) throws(StoreError) {
    var index: Int32 = 0
    for value in values {
      index += 1
      let code =
        switch value {
        case .null: sqlite3_bind_null(handle, index)
        case .integer(let number): sqlite3_bind_int64(handle, index, number)
        case .real(let number): sqlite3_bind_double(handle, index, number)
        case .string(var text):
          text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
              // A nil address would bind NULL where an empty text is meant.
              characters.isEmpty
                ? hoso_sqlite3_bind_text(handle, index, "", 0)
                : hoso_sqlite3_bind_text(handle, index, characters.baseAddress, Int32(characters.count))
            }
          }
        case .bytes(let bytes):
          bytes.isEmpty
            ? sqlite3_bind_zeroblob(handle, index, 0)
            : hoso_sqlite3_bind_blob(handle, index, bytes, Int32(bytes.count))
        }
      if code != SQLITE_OK { throw SQLiteResult.error(code, sqlite3_db_handle(handle), doing: doing) }
    }
  }

  /// SQLite numbers `$n` by first appearance, PostgreSQL by n: a statement must be written so that both agree.
  private func requireNumberedParameters(doing: String) throws(StoreError) {
    for index in 0..<max(sqlite3_bind_parameter_count(handle), 0) {
      let name = sqlite3_bind_parameter_name(handle, index + 1).map { String(cString: $0) }
      guard name == "$\(index + 1)" else {
        throw StoreError(.other, "parameter \(index + 1) of a statement is named \(name ?? "?")", doing: doing)
      }
    }
  }
}
