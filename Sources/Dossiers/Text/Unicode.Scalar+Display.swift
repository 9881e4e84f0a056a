extension Unicode.Scalar {
  /// True for what a terminal obeys instead of showing it, and for what turns the reading direction round: in text
  /// from outside, both would let a stranger draw on an operator's screen.
  ///
  /// C0 with line feed and tab, DEL, C1 (ECMA-48, 8-bit forms of escape sequences), the line and paragraph separators,
  /// and the bidirectional controls of UAX #9.
  public var steersDisplay: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
