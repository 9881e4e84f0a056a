/// The sizes of machine-readable zones (ICAO 9303-4 to -7).
public enum MRZFormat: String, Sendable, Codable, CaseIterable {
  /// Cards: three lines of 30.
  case td1 = "TD1"
  /// Larger cards: two lines of 36.
  case td2 = "TD2"
  /// Passports: two lines of 44.
  case td3 = "TD3"
  /// Visas: two lines of 44, without a composite digit.
  case mrvA = "MRVA"
  /// Visas: two lines of 36, without a composite digit.
  case mrvB = "MRVB"

  public var lineLength: Int {
    switch self {
    case .td1: 30
    case .td2, .mrvB: 36
    case .td3, .mrvA: 44
    }
  }

  public var lineCount: Int { self == .td1 ? 3 : 2 }

  /// A run of characters: which line, from where, how many.
  struct Span {
    let line: Int
    let range: Range<Int>
  }

  /// What a place may hold.
  enum Kind {
    case letters, digits, mixed, sex, check
  }

  struct Check {
    let name: MRZ.Check
    let spans: [Span]
    let digit: Span
    /// An empty field may carry a filler for its digit.
    let fillerAllowed: Bool
  }

  var layout: [(span: Span, kind: Kind)] {
    func place(_ line: Int, _ range: Range<Int>, _ kind: Kind) -> (Span, Kind) {
      (Span(line: line, range: range), kind)
    }
    switch self {
    case .td1:
      return [
        place(0, 0..<2, .letters), place(0, 2..<5, .letters), place(0, 5..<14, .mixed), place(0, 14..<15, .check),
        place(0, 15..<30, .mixed), place(1, 0..<7, .digits), place(1, 7..<8, .sex), place(1, 8..<15, .digits),
        place(1, 15..<18, .letters), place(1, 18..<29, .mixed), place(1, 29..<30, .digits), place(2, 0..<30, .letters),
      ]
    case .td2, .td3, .mrvA, .mrvB:
      let end = lineLength
      let tail: [(Span, Kind)] =
        switch self {
        case .td3: [place(1, 28..<42, .mixed), place(1, 42..<43, .check), place(1, 43..<44, .digits)]
        case .td2: [place(1, 28..<35, .mixed), place(1, 35..<36, .digits)]
        default: [place(1, 28..<end, .mixed)]
        }
      return [
        place(0, 0..<end, .letters), place(1, 0..<9, .mixed), place(1, 9..<10, .digits), place(1, 10..<13, .letters),
        place(1, 13..<20, .digits), place(1, 20..<21, .sex), place(1, 21..<28, .digits),
      ] + tail
    }
  }

  var checks: [Check] {
    func span(_ line: Int, _ range: Range<Int>) -> Span { Span(line: line, range: range) }
    func check(_ name: MRZ.Check, _ line: Int, _ range: Range<Int>, filler: Bool = false) -> Check {
      Check(
        name: name, spans: [span(line, range)], digit: span(line, range.upperBound..<(range.upperBound + 1)),
        fillerAllowed: filler)
    }
    switch self {
    case .td1:
      return [
        check(.number, 0, 5..<14, filler: true), check(.birth, 1, 0..<6), check(.expiry, 1, 8..<14),
        Check(
          name: .composite, spans: [span(0, 5..<30), span(1, 0..<7), span(1, 8..<15), span(1, 18..<29)],
          digit: span(1, 29..<30), fillerAllowed: false),
      ]
    case .td2, .td3, .mrvA, .mrvB:
      var checks = [check(.number, 1, 0..<9), check(.birth, 1, 13..<19), check(.expiry, 1, 21..<27)]
      if self == .td3 { checks.append(check(.optional, 1, 28..<42, filler: true)) }
      if self == .td2 || self == .td3 {
        let last = lineLength - 1
        checks.append(
          Check(
            name: .composite, spans: [span(1, 0..<10), span(1, 13..<20), span(1, 21..<last)],
            digit: span(1, last..<(last + 1)), fillerAllowed: false))
      }
      return checks
    }
  }
}
