/// Why a frame could not be sent or received.
public enum HostChannelError: Error, Sendable, CustomStringConvertible {
  /// The other side has gone.
  case closed
  /// What came is no frame, or one beyond the limits: the text says how.
  case malformed(String)
  case system(code: Int32)

  public var description: String {
    switch self {
    case .closed: "the other side closed the channel"
    case .malformed(let how): "a malformed frame: \(how)"
    case .system(let code): "the channel failed with errno \(code)"
    }
  }
}
