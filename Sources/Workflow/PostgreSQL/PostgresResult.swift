import CPostgres
import Glibc

/// Owns one `PGresult*`. Values come as text, except `bytea`, which is text in hexadecimal.
final class PostgresResult {
  let handle: OpaquePointer

  init(owning handle: OpaquePointer) {
    self.handle = handle
  }

  deinit {
    hoso_PQclear(handle)
  }

  var status: ExecStatusType { hoso_PQresultStatus(handle) }
  var rowCount: Int { Int(hoso_PQntuples(handle)) }
  func row(_ number: Int) -> PostgresRow { PostgresRow(result: handle, number: Int32(number)) }

  /// How many rows a statement changed.
  var changedCount: Int {
    hoso_PQcmdTuples(handle).map { Int(strtoll($0, nil, 10)) } ?? 0
  }
}

/// A row of a result that someone else keeps alive.
struct PostgresRow: SQLRow {
  fileprivate let result: OpaquePointer
  fileprivate let number: Int32

  func isNull(_ column: Int) -> Bool { hoso_PQgetisnull(result, number, Int32(column)) != 0 }

  func integer(_ column: Int) -> Int64 {
    hoso_PQgetvalue(result, number, Int32(column)).map { Int64(strtoll($0, nil, 10)) } ?? 0
  }

  func real(_ column: Int) -> Double {
    hoso_PQgetvalue(result, number, Int32(column)).map { strtod($0, nil) } ?? 0
  }

  func text(_ column: Int) -> String {
    hoso_PQgetvalue(result, number, Int32(column)).map { value in
      let count = Int(hoso_PQgetlength(result, number, Int32(column)))
      return value.withMemoryRebound(to: UInt8.self, capacity: count) {
        String(decoding: UnsafeBufferPointer(start: $0, count: count), as: UTF8.self)
      }
    } ?? ""
  }

  /// `\x` and two digits a byte (bytea_output = hex, which each connection sets).
  func bytes(_ column: Int) -> [UInt8] {
    let digits = Array(text(column).utf8.dropFirst(2))
    func value(_ digit: UInt8) -> UInt8 { digit < 0x3A ? digit - 0x30 : (digit | 0x20) - 0x57 }
    return stride(from: 0, to: digits.count - 1, by: 2).map { value(digits[$0]) << 4 | value(digits[$0 + 1]) }
  }
}
