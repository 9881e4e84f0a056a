import Files
import HTTPClient

/// One call of S3's interface, before it has an address and a signature.
struct S3Request {
  enum Body {
    case none
    case bytes([UInt8])
    case file(OwnedDescriptor, offset: Int64, length: Int64)

    /// Made anew for each try, so that it begins at its first byte.
    var outgoing: OutgoingRequest.Body {
      switch self {
      case .none: .none
      case .bytes(let bytes): .bytes(bytes)
      case .file(let file, let offset, let length): .stream(FilePart(file, from: offset, length: length))
      }
    }
  }

  var method: String
  /// Below the bucket, not encoded; empty for the bucket itself.
  var key = ""
  var query: [(String, String)] = []
  var headers: [(String, String)] = []
  var body = Body.none
  /// Of the body, lower-case hexadecimal: part of the signature, so that the server refuses other bytes.
  var bodySHA256 = S3Request.emptySHA256

  static let emptySHA256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
}
