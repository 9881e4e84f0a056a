/// The command line was not understood; `message` says what and what would be.
public struct UsageError: Error, Sendable, CustomStringConvertible {
  public let message: String

  public init(_ message: String) {
    self.message = message
  }

  public var description: String { message }
}
