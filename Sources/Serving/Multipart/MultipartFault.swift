/// Why a body is no proper `multipart/form-data` (RFC 7578).
enum MultipartFault: String, Error {
  case noBoundary = "multipart.no-boundary"
  case noDelimiter = "multipart.no-delimiter"
  case badDelimiter = "multipart.bad-delimiter"
  case headTooLarge = "multipart.head-too-large"
  case badHead = "multipart.bad-head"
  case truncated = "multipart.truncated"
}
