import Glibc

/// Writing for people and for other programs: whole strings at a time, unbuffered, so that the lines of several
/// threads don't mix and nothing is lost at `exit`.
public enum Output {
  /// To standard output, with a line end.
  public static func line(_ text: String = "") {
    write(text + "\n", to: STDOUT_FILENO)
  }

  /// To standard error, with a line end.
  public static func note(_ text: String) {
    write(text + "\n", to: STDERR_FILENO)
  }

  /// To standard error, as it is.
  static func draw(_ text: String) {
    write(text, to: STDERR_FILENO)
  }

  private static func write(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
        if count < 0 && errno == EINTR { continue }
        // A reader that has gone away (`hoso status | head`) is not our failure.
        guard count > 0 else { return }
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
    }
  }
}
