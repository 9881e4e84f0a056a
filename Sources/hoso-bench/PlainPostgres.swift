import CPostgres

/// A libpq connection with nothing around it.
final class PlainPostgres {
  private let handle: OpaquePointer

  init(url: String) throws {
    if let problem = hoso_pq_load() { throw UsageError(message: String(cString: problem)) }
    let made = "dbname".withCString { name in
      url.withCString { value in
        let names: [UnsafePointer<CChar>?] = [name, nil]
        let values: [UnsafePointer<CChar>?] = [value, nil]
        return hoso_PQconnectdbParams(names, values, 1)
      }
    }
    guard let made else { throw UsageError(message: "out of memory") }
    handle = made
    hoso_pq_be_silent(handle)
    guard hoso_PQstatus(handle) == CONNECTION_OK else {
      throw UsageError(message: String(cString: hoso_PQerrorMessage(handle)))
    }
  }

  deinit { hoso_PQfinish(handle) }

  @discardableResult
  func script(_ text: String) throws -> [[String]] { try rows(hoso_PQexec(handle, text)) }

  func prepare(_ name: String, _ text: String) throws { _ = try rows(hoso_PQprepare(handle, name, text, 0, nil)) }

  func execute(_ name: String, _ values: [String]) throws -> [[String]] {
    var bytes: [CChar] = []
    let offsets = values.map { value in
      let offset = bytes.count
      bytes.append(contentsOf: value.utf8CString)
      return offset
    }
    let result = bytes.withUnsafeBufferPointer { buffer in
      let pointers = offsets.map { offset in buffer.baseAddress.map { $0 + offset } }
      return hoso_PQexecPrepared(handle, name, Int32(values.count), pointers, nil, nil, 0)
    }
    return try rows(result)
  }

  private func rows(_ result: OpaquePointer?) throws -> [[String]] {
    guard let result else { throw UsageError(message: String(cString: hoso_PQerrorMessage(handle))) }
    defer { hoso_PQclear(result) }
    let status = hoso_PQresultStatus(result)
    guard status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK else {
      throw UsageError(message: String(cString: hoso_PQresultErrorMessage(result)))
    }
    let columns = hoso_PQnfields(result)
    return (0..<hoso_PQntuples(result)).map { row in
      (0..<columns).map { column in String(cString: hoso_PQgetvalue(result, row, column)) }
    }
  }
}
