import Glibc

/// What stands at the other end of a standard stream.
public struct Terminal: Sendable {
  public let isTerminal: Bool
  /// In character cells; 80 where nobody says.
  public let columns: Int
  public let usesColour: Bool

  public static let output = Terminal(descriptor: STDOUT_FILENO)
  public static let error = Terminal(descriptor: STDERR_FILENO)

  public init(descriptor: Int32) {
    isTerminal = isatty(descriptor) == 1
    var size = winsize()
    let known = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    columns = known ? Int(size.ws_col) : 80
    // https://no-color.org: any value, even an empty one's presence with text, switches colour off.
    let refused = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    let dumb = getenv("TERM").map { String(cString: $0) == "dumb" } ?? true
    usesColour = isTerminal && !refused && !dumb
  }

  public enum Style: Int, Sendable, CaseIterable {
    case bold = 1
    case dim = 2
    case red = 31
    case green = 32
    case yellow = 33
    case cyan = 36

    /// SGR (ECMA-48 8.3.117).
    var sequence: String { "\u{1B}[\(rawValue)m" }
    static let reset = "\u{1B}[0m"
    /// All that `styled` writes.
    static let sequences = allCases.map(\.sequence) + [reset]
  }

  /// The text in that style, or as it is where colour is not wanted.
  public func styled(_ text: String, _ style: Style) -> String {
    usesColour ? style.sequence + text + Style.reset : text
  }
}
