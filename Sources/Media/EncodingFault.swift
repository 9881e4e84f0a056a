/// An encoder failed: no memory, or a size that the format cannot hold.
public struct EncodingFault: Error, Sendable, CustomStringConvertible {
  /// What the library said.
  public let description: String

  init(_ description: String) {
    self.description = description
  }
}
