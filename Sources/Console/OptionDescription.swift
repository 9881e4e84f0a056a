/// One option that a command understands.
public struct OptionDescription: Sendable {
  /// With its dashes: `--jobs`.
  public let name: String
  /// What its value is called in the help, such as `N`; nil for a flag.
  public let value: String?
  public let summary: String

  public init(_ name: String, value: String? = nil, summary: String) {
    self.name = name
    self.value = value
    self.summary = summary
  }
}
