/// How much a request may cost.
public struct ClientLimits: Sendable {
  /// Bytes of a response's body.
  public var responseBytes: Int64
  /// From beginning to end.
  public var totalSeconds: Int
  public var connectSeconds: Int
  /// A transfer slower than 1 KB/s for so long is given up.
  public var stallSeconds: Int

  public init(
    responseBytes: Int64 = 1 << 20, totalSeconds: Int = 30, connectSeconds: Int = 10, stallSeconds: Int = 20
  ) {
    self.responseBytes = responseBytes
    self.totalSeconds = totalSeconds
    self.connectSeconds = connectSeconds
    self.stallSeconds = stallSeconds
  }
}
