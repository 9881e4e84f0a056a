/// A log that keeps nothing, for tests and for `hoso inspect`.
public struct SilentLog: Log {
  public init() {}
  public func write(_ level: LogLevel, _ event: String, _ values: [(String, any CustomStringConvertible & Sendable)]) {}
}
