import Console
import Files
import Glibc
import Serving

/// Sockets that a command line asks for.
enum Listening {
  static func socket(_ address: String, option: String) throws -> ListeningSocket {
    do {
      return try ListeningSocket(address)
    } catch  where error.code == EADDRINUSE {
      throw ConfigurationError("\(address) is taken by another program; choose another port with \(option)")
    } catch  where error.code == EINVAL {
      throw UsageError("\(option) takes ADDRESS:PORT, such as 127.0.0.1:8080 or [::1]:8080, not “\(address)”")
    } catch {
      throw ConfigurationError("cannot listen at \(address): \(error.reason)")
    }
  }
}
