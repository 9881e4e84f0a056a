import Dossiers

/// Why the office's catalogue or calendar cannot be used: the file, and every mistake in it by line and column.
public struct OfficeFault: Error, Sendable, CustomStringConvertible {
  public let description: String

  init(_ path: String, _ error: any Error) {
    description =
      if let faults = error as? JSONFaults {
        "\(path) has mistakes\n\(faults.description(in: path))"
      } else {
        "\(path) cannot be read: \(error)"
      }
  }
}
