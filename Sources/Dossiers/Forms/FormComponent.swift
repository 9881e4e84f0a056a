/// One row of the table of papers handed in.
public struct FormComponent: Hashable, Sendable, Codable {
  /// Whether the paper itself was handed in.
  public enum Form: String, Sendable, Codable, CaseIterable {
    case original, copy, electronic
  }

  public var name: String
  public var form: Form
  public var count: Int

  public init(name: String, form: Form, count: Int) {
    self.name = name
    self.form = form
    self.count = count
  }
}
