import Glibc
import Synchronization

/// Writing for people and for other programs: whole strings at a time, unbuffered, so that the lines of several
/// threads don't mix and nothing is lost at `exit`. What would steer the terminal and is not our own is escaped.
public enum Output {
  private static let firstFailure = Atomic<Int32>(0)

  /// The errno of the first write to standard output that failed, for the exit code; nil where all went through. A
  /// reader that has gone away (`hoso status | head`) is nobody's failure.
  public static var failure: Int32? {
    let code = firstFailure.load(ordering: .relaxed)
    return code == 0 ? nil : code
  }

  /// To standard output, with a line end. False where it could not be written, for what must not get lost that way.
  @discardableResult
  public static func line(_ text: String = "") -> Bool {
    let code = write(Shown.guarded(text, styles: Terminal.output.usesColour) + "\n", to: STDOUT_FILENO)
    if code != 0, code != EPIPE {
      _ = firstFailure.compareExchange(expected: 0, desired: code, ordering: .relaxed)
    }
    return code == 0
  }

  /// To standard error, with a line end.
  public static func note(_ text: String) {
    _ = write(Shown.guarded(text, styles: Terminal.error.usesColour) + "\n", to: STDERR_FILENO)
  }

  /// To standard error, as it is.
  static func draw(_ text: String) {
    _ = write(text, to: STDERR_FILENO)
  }

  /// 0, or the errno that it failed with.
  private static func write(_ text: String, to descriptor: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return count < 0 ? errno : EIO }
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
      return 0
    }
  }
}
