import Dossiers
import Glibc
import Synchronization

/// Writes each event as one line: a JSON object for machines, or readable text for a terminal.
public final class LineLog: Log {
  public enum Style: String, Sendable, CaseIterable {
    case text, json
  }

  private let style: Style
  private let threshold: LogLevel
  private let descriptor: Int32
  private let lock = Mutex(())

  /// `descriptor` stays the caller's; 2 is standard error.
  public init(style: Style, threshold: LogLevel = .info, descriptor: Int32 = 2) {
    self.style = style
    self.threshold = threshold
    self.descriptor = descriptor
  }

  public func write(
    _ level: LogLevel, _ event: String, _ values: [(String, any CustomStringConvertible & Sendable)]
  ) {
    guard level >= threshold else { return }
    let line =
      switch style {
      case .json: Self.json(level, event, values)
      case .text: Self.text(level, event, values)
      }
    let bytes = Array((line + "\n").utf8)
    lock.withLock { _ in
      var sent = 0
      while sent < bytes.count {
        let count = bytes[sent...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        // A log that cannot be written must not stop the work it tells of.
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return }
        sent += count
      }
    }
  }

  private static func json(
    _ level: LogLevel, _ event: String, _ values: [(String, any CustomStringConvertible & Sendable)]
  ) -> String {
    var members = ["\"at\":\(quoted(now()))", "\"level\":\(quoted("\(level)"))", "\"event\":\(quoted(event))"]
    for (name, value) in values {
      let text =
        switch value {
        case let number as any BinaryInteger: "\(number)"
        case let number as Double where number.isFinite: "\(number)"
        case let flag as Bool: "\(flag)"
        default: quoted(value.description)
        }
      members.append("\(quoted(name)):\(text)")
    }
    return "{" + members.joined(separator: ",") + "}"
  }

  private static func text(
    _ level: LogLevel, _ event: String, _ values: [(String, any CustomStringConvertible & Sendable)]
  ) -> String {
    let time = now().dropFirst(11).prefix(8)
    let details = values.map { name, value in
      let text = value.description
      return "\(name)=" + (isPlain(text) ? text : quoted(text))
    }
    return (["\(time)", "\(level)", event] + details).joined(separator: " ")
  }

  private static func isPlain(_ text: String) -> Bool {
    !text.unicodeScalars.contains { $0.properties.isWhitespace || $0.steersDisplay }
  }

  /// ISO 8601 in UTC with milliseconds.
  private static func now() -> String {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    var seconds = time.tv_sec
    var parts = tm()
    gmtime_r(&seconds, &parts)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let milliseconds = String(1000 + time.tv_nsec / 1_000_000).dropFirst()
    return "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))T"
      + "\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec)).\(milliseconds)Z"
  }

  /// Also fit for a screen: a value may come from a file's name or another program.
  private static func quoted(_ text: String) -> String {
    JSONString.displayable(JSONString.quoted(text))
  }
}
