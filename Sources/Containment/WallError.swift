import Glibc

/// A wall that could not be put up.
struct WallError: Error, CustomStringConvertible {
  let doing: String
  let code: Int32

  var description: String { "\(doing) failed: \(String(cString: strerror(code)))" }
}
