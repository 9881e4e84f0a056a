import Console

/// One command of the program: its description, and what it does. Logic lives in the rooms, not here.
protocol Command: Sendable {
  static var description: CommandDescription { get }
  static func run(_ arguments: Arguments) throws -> ExitStatus
}
