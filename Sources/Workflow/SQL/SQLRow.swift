import Dossiers

/// The row that a statement stands on; valid inside the closure that receives it. Columns count from 0.
protocol SQLRow {
  func isNull(_ column: Int) -> Bool
  func integer(_ column: Int) -> Int64
  func real(_ column: Int) -> Double
  func text(_ column: Int) -> String
  func bytes(_ column: Int) -> [UInt8]
}

extension SQLRow {
  func int(_ column: Int) -> Int { Int(integer(column)) }
  func flag(_ column: Int) -> Bool { integer(column) != 0 }
  func time(_ column: Int) -> Timestamp { Timestamp(milliseconds: integer(column)) }
  func id<Row>(_ column: Int, _: Row.Type = Row.self) -> Identifier<Row> { Identifier(rawValue: text(column)) }

  func optionalInteger(_ column: Int) -> Int64? { isNull(column) ? nil : integer(column) }
  func optionalInt(_ column: Int) -> Int? { isNull(column) ? nil : int(column) }
  func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }
  func optionalTime(_ column: Int) -> Timestamp? { isNull(column) ? nil : time(column) }
  func optionalID<Row>(_ column: Int, _: Row.Type = Row.self) -> Identifier<Row>? {
    isNull(column) ? nil : id(column)
  }

  func json(_ column: Int) throws(StoreError) -> JSONValue {
    isNull(column) ? .null : try JSONText.read(text(column))
  }

  /// A value of a closed set; one that this program does not know means that another wrote it.
  func choice<Value: RawRepresentable<String>>(_ column: Int, _: Value.Type = Value.self) throws(StoreError) -> Value {
    guard let value = Value(rawValue: text(column)) else {
      throw StoreError(.corrupt, "unknown \(Value.self) in column \(column)", doing: "reading a row")
    }
    return value
  }
}
