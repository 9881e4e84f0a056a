import Console
import Glibc

/// Who decides, for the record.
enum Actor {
  static func name(_ arguments: Arguments) -> String {
    if let given = arguments.value("--by"), !given.isEmpty { return given }
    for variable in ["SUDO_USER", "LOGNAME", "USER"] {
      if let text = getenv(variable).map({ String(cString: $0) }), !text.isEmpty { return text }
    }
    return "uid \(getuid())"
  }
}
