import CPosix
import Glibc

/// Ends the process when the worker does: the pipe's other end closes with it, however it died.
///
/// Not PR_SET_PDEATHSIG, which follows the thread that spawned us, and threads come and go.
enum Lifeline {
  /// Not among the codes that libraries exit with.
  static let exitCode: Int32 = 86

  /// Starts a thread that waits for the end of file.
  static func watch(_ descriptor: Int32) throws(WallError) {
    let code = hoso_start_thread(
      64 << 10,
      { context in
        let descriptor = Int32(Int(bitPattern: context))
        var byte: UInt8 = 0
        while true {
          let count = read(descriptor, &byte, 1)
          if count == 0 || (count < 0 && errno != EINTR) { _exit(Lifeline.exitCode) }
        }
      }, UnsafeMutableRawPointer(bitPattern: Int(descriptor)))
    guard code == 0 else { throw WallError(doing: "starting the lifeline's thread", code: code) }
  }
}
