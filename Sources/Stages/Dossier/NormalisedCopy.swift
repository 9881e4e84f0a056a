public import Dossiers

/// What `normalise` made of a document, as its output tells it.
///
/// `{"format": "PDF/A-2u", "byteCount": …, "sha256": …, "claimed": "2b"}` for a copy (the digest is the worker's, who
/// stored it; `claimed` is the level that the document claims for itself, where that would be enough), `{"reason": …}`
/// where none could be made.
public enum NormalisedCopy: Sendable, Hashable {
  /// `sha256` is nil as long as nobody has stored it.
  case copy(format: String, byteCount: Int64, sha256: String?, claimed: String? = nil)
  case failed(reason: String)

  /// Nil where the output is not of that shape: the stage was switched off.
  public init?(output: JSONValue) {
    if let reason = output["reason"]?.string {
      self = .failed(reason: reason)
    } else if let format = output["format"]?.string {
      guard let byteCount = output["byteCount"]?.integer else { return nil }
      self = .copy(
        format: format, byteCount: byteCount, sha256: output["sha256"]?.string, claimed: output["claimed"]?.string)
    } else {
      return nil
    }
  }

  public var output: JSONValue {
    switch self {
    case .copy(let format, let byteCount, let sha256, let claimed):
      var members: [String: JSONValue] = ["format": .string(format), "byteCount": .integer(byteCount)]
      members["sha256"] = sha256.map { .string($0) }
      members["claimed"] = claimed.map { .string($0) }
      return .object(members)
    case .failed(let reason): return ["reason": .string(reason)]
    }
  }
}
