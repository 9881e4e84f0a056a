public import Dossiers

/// One key that a stage understands in its `with`.
public struct SettingDeclaration: Sendable {
  public indirect enum Kind: Sendable {
    case boolean
    case integer(ClosedRange<Int64>)
    case number(ClosedRange<Double>)
    case string
    case choice([String])
    /// Bytes: an integer, or a string such as `"1GiB"`; kept as an integer.
    case size
    /// A string such as `"60s"` or `"1500ms"`; kept as whole milliseconds.
    case duration
    case list(of: Kind)
    /// A string-to-string object, such as an environment.
    case map
  }

  public let name: String
  public let kind: Kind
  /// What holds when the key is absent; nil makes the key required, null means that it may stay unset.
  public let standard: JSONValue?
  public let summary: String
  /// What a string must look like, beyond being a string.
  public let form: TextForm?

  public init(_ name: String, _ kind: Kind, standard: JSONValue?, summary: String, form: TextForm? = nil) {
    self.name = name
    self.kind = kind
    self.standard = standard
    self.summary = summary
    self.form = form
  }
}
