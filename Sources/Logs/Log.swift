/// Where a room says what it does. One event a call: a stable name and a few values, never personal data.
///
/// Names and values of people, card numbers and file names of senders do not belong here; ids, codes, counts,
/// durations and sizes do.
public protocol Log: Sendable {
  func write(_ level: LogLevel, _ event: String, _ values: [(String, any CustomStringConvertible & Sendable)])
}

extension Log {
  public func debug(_ event: String, _ values: (String, any CustomStringConvertible & Sendable)...) {
    write(.debug, event, values)
  }
  public func info(_ event: String, _ values: (String, any CustomStringConvertible & Sendable)...) {
    write(.info, event, values)
  }
  public func notice(_ event: String, _ values: (String, any CustomStringConvertible & Sendable)...) {
    write(.notice, event, values)
  }
  public func warning(_ event: String, _ values: (String, any CustomStringConvertible & Sendable)...) {
    write(.warning, event, values)
  }
  public func error(_ event: String, _ values: (String, any CustomStringConvertible & Sendable)...) {
    write(.error, event, values)
  }
}
