public import Files

/// Why a document has no copy in the archive's form.
public enum NormalisingError: Error, Sendable, CustomStringConvertible {
  /// What was handed in cannot become PDF/A: the reason, for the package.
  case unsuitable(String)
  /// The copy could not be written.
  case writing(SystemCallError)

  public var description: String {
    switch self {
    case .unsuitable(let reason): reason
    case .writing(let error): "the copy could not be written: \(error)"
    }
  }
}
