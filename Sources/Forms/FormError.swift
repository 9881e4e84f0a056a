/// Why a form could not be made. Nothing in it is personal: it may be logged.
public struct FormError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What kind of trouble it is.
  public enum Code: String, Sendable {
    /// No installed font covers Vietnamese.
    case fontMissing
    /// The text does not fit the largest QR symbol at level M (2,331 bytes), or is empty.
    case textUnfitForQR
    /// A module edge outside 1 … 64 pixels.
    case moduleSizeUnusable
    /// cairo reported a status other than success.
    case drawing
  }

  public let code: Code
  /// In English, for operators.
  public let detail: String

  public init(_ code: Code, detail: String) {
    self.code = code
    self.detail = detail
  }

  public var description: String { "\(code.rawValue): \(detail)" }
}
