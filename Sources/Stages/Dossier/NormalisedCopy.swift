public import Dossiers

/// What `normalise` made of a document, as its output tells it.
///
/// `{"format": "PDF/A-2u", "byteCount": …, "sha256": …}` for a copy (the digest is the worker's, who stored it),
/// `{"format": …, "original": true}` where the document is in the archive's form already, `{"reason": …}` where
/// neither could be.
public enum NormalisedCopy: Sendable, Hashable {
  /// `sha256` is nil as long as nobody has stored it.
  case copy(format: String, byteCount: Int64, sha256: String?)
  case original(format: String)
  case failed(reason: String)

  /// Nil where the output is not of that shape: the stage was switched off.
  public init?(output: JSONValue) {
    if let reason = output["reason"]?.string {
      self = .failed(reason: reason)
    } else if let format = output["format"]?.string {
      if output["original"]?.bool == true {
        self = .original(format: format)
      } else if let byteCount = output["byteCount"]?.integer {
        self = .copy(format: format, byteCount: byteCount, sha256: output["sha256"]?.string)
      } else {
        return nil
      }
    } else {
      return nil
    }
  }

  public var output: JSONValue {
    switch self {
    case .copy(let format, let byteCount, let sha256):
      var members: [String: JSONValue] = ["format": .string(format), "byteCount": .integer(byteCount)]
      members["sha256"] = sha256.map { .string($0) }
      return .object(members)
    case .original(let format): return ["format": .string(format), "original": true]
    case .failed(let reason): return ["reason": .string(reason)]
    }
  }
}
