import CPostgres

/// What went wrong on a connection, judged in one place by SQLSTATE (PostgreSQL's manual, appendix A).
struct PostgresFailure {
  enum Kind {
    /// The connection is gone, or the server no longer takes writes: another connection may do better.
    case lost
    /// Two transactions stood in each other's way: the same again will do.
    case contended
    /// A unique key was taken. Another transaction may have taken it since ours looked: worth a second look.
    case duplicate
    case refused
  }

  let kind: Kind
  let error: StoreError

  /// A result that is an error.
  init(_ result: OpaquePointer, connectionIsBad: Bool, doing: String) {
    let state = hoso_PQresultErrorField(result, hoso_pq_sqlstate_field()).map { String(cString: $0) } ?? ""
    // The primary message of a failed constraint names tables and constraints; the detail, which has values, is left.
    let primary = hoso_PQresultErrorField(result, hoso_pq_primary_field()).map { String(cString: $0) }
    let message =
      primary ?? hoso_PQresultErrorMessage(result).map { String(cString: $0) } ?? "no message"
    let isLost = connectionIsBad || Self.endsConnection(state)
    kind =
      switch state {
      case _ where isLost: .lost
      case "40001", "40P01", "55P03": .contended
      case "23505": .duplicate
      default: .refused
      }
    let text = state.isEmpty ? message : "\(message) (PostgreSQL \(state))"
    error = StoreError(isLost ? .unavailable : Self.meaning(of: state), Self.oneLine(text), doing: doing)
  }

  /// A connection that broke, or could not be made.
  init(lost connection: OpaquePointer?, doing: String) {
    let message = connection.flatMap { hoso_PQerrorMessage($0) }.map { String(cString: $0) } ?? ""
    kind = .lost
    error = StoreError(
      .unavailable, message.isEmpty ? "the connection broke" : Self.oneLine(message), doing: doing)
  }

  /// Shutdown, crash of another backend, still starting up, broken connections; and a server that has become a
  /// standby, as after a failover.
  private static func endsConnection(_ state: String) -> Bool {
    state.hasPrefix("08") || ["57P01", "57P02", "57P03", "25006"].contains(state)
  }

  private static func meaning(of state: String) -> StoreError.Code {
    switch state {
    case "40001", "40P01", "55P03", "57014": return .busy
    case "53100": return .diskFull
    case "XX001", "XX002": return .corrupt
    case "42501": return .readOnly
    default: break
    }
    switch state.prefix(2) {
    case "23": return .conflict
    case "28", "3D", "53", "57", "58": return .unavailable
    default: return .other
    }
  }

  /// libpq ends its messages with line breaks, and some have several lines.
  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: "; ")
  }
}
