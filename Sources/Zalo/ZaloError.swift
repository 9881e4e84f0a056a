import HTTPClient

/// Why Zalo's servers did not do what was asked.
enum ZaloError: Error, Sendable, CustomStringConvertible {
  /// No answer, or one that is none: may do better later.
  case unreachable(String)
  /// The access token is not good (any more).
  case unauthorised
  /// Too many calls: later.
  case limited
  /// The citizen was not heard for too long, or wants no messages.
  case closed(Int)
  /// Refused for another reason, by Zalo's number for it.
  case refused(Int, String)

  /// After the numbers that Zalo's servers give.
  static func numbered(_ number: Int, _ words: String) -> ZaloError {
    switch number {
    case -216, -124: .unauthorised
    case -32, -211: .limited
    case -213, -217, -227, -230, -232: .closed(number)
    default: .refused(number, words)
    }
  }

  var description: String {
    switch self {
    case .unreachable(let reason): "unreachable: \(reason)"
    case .unauthorised: "the access token is refused"
    case .limited: "too many calls"
    case .closed(let number): "the citizen cannot be written to (\(number))"
    case .refused(let number, let words): "refused: \(number) \(words)"
    }
  }
}
