import CPostgres
import Foundation
import Testing

/// The PostgreSQL server of this test run; `Tests/postgres` starts one and says where in HOSO_TEST_POSTGRES.
enum PostgresServer {
  static let url: String? = {
    let url = ProcessInfo.processInfo.environment["HOSO_TEST_POSTGRES"].flatMap { $0.isEmpty ? nil : $0 }
    if url == nil { print("skipping PostgreSQL: HOSO_TEST_POSTGRES is not set (Tests/postgres starts a server)") }
    return url
  }()

  /// A URL of an empty schema of its own.
  static func makePlace() throws -> String {
    let url = try #require(url)
    let schema = "place_" + UUID().uuidString.lowercased().filter { $0 != "-" }
    try PostgresProbe(url).run("CREATE SCHEMA \(schema)")
    return url + (url.contains("?") ? "&" : "?") + "options=-csearch_path%3D\(schema)"
  }
}

/// A plain libpq connection: what another system sees of a store, and a hand to disturb it with.
final class PostgresProbe {
  private let handle: OpaquePointer

  init(_ url: String) throws {
    try #require(hoso_pq_load() == nil)
    let made = "dbname".withCString { name in
      url.withCString { value in
        var names: [UnsafePointer<CChar>?] = [name, nil]
        var values: [UnsafePointer<CChar>?] = [value, nil]
        return hoso_PQconnectdbParams(&names, &values, 1)
      }
    }
    handle = try #require(made)
    try #require(hoso_PQstatus(handle) == CONNECTION_OK, "\(String(cString: hoso_PQerrorMessage(handle)))")
    hoso_pq_be_silent(handle)
  }

  deinit { hoso_PQfinish(handle) }

  func run(_ sql: String) throws { _ = try rows(sql) }

  /// All values as text, NULL as an empty one.
  func rows(_ sql: String) throws -> [[String]] {
    let result = try #require(hoso_PQexec(handle, sql))
    defer { hoso_PQclear(result) }
    let status = hoso_PQresultStatus(result)
    try #require(
      status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK,
      "\(String(cString: hoso_PQresultErrorMessage(result))): \(sql)")
    return (0..<hoso_PQntuples(result)).map { row in
      (0..<hoso_PQnfields(result)).map { String(cString: hoso_PQgetvalue(result, row, $0)) }
    }
  }

  func value(_ sql: String) throws -> String { try rows(sql).first?.first ?? "" }
}
