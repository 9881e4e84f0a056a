/// Everything wrong in one JSON file, in the order of the file; never empty when thrown.
public struct JSONFaults: Error, Hashable, Sendable, CustomStringConvertible {
  public let faults: [JSONFault]

  public init(_ faults: [JSONFault]) {
    self.faults = faults.sorted { $0.position < $1.position }
  }

  public var description: String {
    faults.map(\.description).joined(separator: "\n")
  }

  /// One line a fault, each beginning `file:line:column:`.
  public func description(in file: String) -> String {
    faults.map { $0.description(in: file) }.joined(separator: "\n")
  }
}
