import Dossiers

/// Arrays as PostgreSQL reads them (manual, 8.15.6), for statements that take many rows at once.
enum PostgresArray {
  static func texts(_ values: [String?]) -> SQLValue {
    var text = "{"
    for (index, value) in values.enumerated() {
      if index > 0 { text += "," }
      guard let value else {
        text += "NULL"
        continue
      }
      text += "\""
      if value.utf8.contains(where: { $0 == 0x22 || $0 == 0x5C }) {
        for scalar in value.unicodeScalars {
          if scalar == "\"" || scalar == "\\" { text += "\\" }
          text.unicodeScalars.append(scalar)
        }
      } else {
        text += value
      }
      text += "\""
    }
    return .string(text + "}")
  }

  static func integers(_ values: [Int64?]) -> SQLValue {
    .string("{" + values.map { $0.map { String($0) } ?? "NULL" }.joined(separator: ",") + "}")
  }

  static func ids<Row>(_ ids: [Identifier<Row>?]) -> SQLValue { texts(ids.map { $0?.rawValue }) }
  static func times(_ times: [Timestamp]) -> SQLValue { integers(times.map(\.milliseconds)) }
  static func json(_ values: [JSONValue]) -> SQLValue {
    texts(values.map { if case .null = $0 { nil } else { JSONText.write($0) } })
  }
}
