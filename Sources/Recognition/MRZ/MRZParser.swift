/// Makes a machine-readable zone of lines that recognition read, mending what the check digits can vouch for.
public enum MRZParser {
  /// The best zone among `lines` (top to bottom, as read), or nil where nothing looks like one. A zone whose check
  /// digits fail is given too: it says so.
  public static func parse(_ lines: [String]) -> MRZ? {
    let cleaned = lines.map(clean).filter { $0.count >= 24 }
    if let card = MRZVietnameseCard.parse(lines.map(clean).filter { $0.count >= 12 }) { return card }
    var best: MRZ?
    for format in [MRZFormat.td3, .td1, .td2, .mrvA, .mrvB] {
      for start in cleaned.indices where start + format.lineCount <= cleaned.count {
        let window = Array(cleaned[start..<(start + format.lineCount)])
        guard fits(window, format), let zone = fitted(window, format) else { continue }
        if isBetter(zone, than: best) { best = zone }
      }
    }
    return best
  }

  /// Upper-case letters, digits and fillers; what recognition writes for a filler is one.
  static func clean(_ line: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in line.uppercased().unicodeScalars {
      switch scalar {
      case "A"..."Z", "0"..."9", "<": bytes.append(UInt8(scalar.value))
      case "«": bytes += [filler, filler]
      case "‹", "(", "[", "{", "£", "€": bytes.append(filler)
      default: break
      }
    }
    return bytes
  }

  static let filler = UInt8(ascii: "<")

  private static func fits(_ lines: [[UInt8]], _ format: MRZFormat) -> Bool {
    guard lines.allSatisfy({ abs($0.count - format.lineLength) <= 5 }), let first = lines[0].first else { return false }
    switch format {
    case .td3: return first == UInt8(ascii: "P")
    case .mrvA, .mrvB: return first == UInt8(ascii: "V")
    // ICAO 9303-5 4.2.2: A, C or I.
    case .td1, .td2:
      return [UInt8(ascii: "A"), UInt8(ascii: "C"), UInt8(ascii: "I"), UInt8(ascii: "1")].contains(first)
    }
  }

  private static func isBetter(_ new: MRZ, than old: MRZ?) -> Bool {
    guard let old else { return true }
    if new.failed.count != old.failed.count { return new.failed.count < old.failed.count }
    if new.passed.count != old.passed.count { return new.passed.count > old.passed.count }
    return new.repairs < old.repairs
  }

  /// Tries the ways to bring each line to its length, and takes the one whose digits agree.
  private static func fitted(_ lines: [[UInt8]], _ format: MRZFormat) -> MRZ? {
    var best: MRZ?
    let options = lines.map { lengthened($0, to: format.lineLength) }
    func descend(_ chosen: [[UInt8]]) {
      if chosen.count == options.count {
        let zone = settle(chosen, format, read: lines)
        if isBetter(zone, than: best) { best = zone }
        return
      }
      for option in options[chosen.count] { descend(chosen + [option]) }
    }
    descend([])
    return best
  }

  /// The line with fillers added to or taken from its runs, or strays cut off its ends.
  static func lengthened(_ line: [UInt8], to length: Int) -> [[UInt8]] {
    if line.count == length { return [line] }
    var options: [[UInt8]] = []
    let runs = fillerRuns(line)
    let gap = length - line.count
    if gap > 0 {
      for run in runs.sorted(by: { $0.count > $1.count }).prefix(4) {
        var option = line
        option.insert(contentsOf: [UInt8](repeating: filler, count: gap), at: run.upperBound)
        options.append(option)
      }
      options.append(line + [UInt8](repeating: filler, count: gap))
    } else {
      for run in runs.sorted(by: { $0.count > $1.count }).prefix(4) where run.count > -gap {
        var option = line
        option.removeSubrange(run.lowerBound..<(run.lowerBound - gap))
        options.append(option)
      }
      options.append(Array(line.prefix(length)))
      options.append(Array(line.suffix(length)))
    }
    return options
  }

  private static func fillerRuns(_ line: [UInt8]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    for (index, byte) in (line + [0]).enumerated() {
      if byte == filler {
        if start == nil { start = index }
      } else if let from = start {
        runs.append(from..<index)
        start = nil
      }
    }
    return runs
  }

  /// Puts every character into the class that its place demands, then mends fields under their digits.
  private static func settle(_ lines: [[UInt8]], _ format: MRZFormat, read: [[UInt8]]) -> MRZ {
    var fixed = lines
    var repairs = zip(lines, read).reduce(0) { $0 + abs($1.0.count - $1.1.count) }
    for (span, kind) in format.layout {
      for index in span.range {
        let old = fixed[span.line][index]
        let new = MRZConfusion.forced(old, kind)
        if new != old {
          fixed[span.line][index] = new
          repairs += 1
        }
      }
    }
    repairs += settleCountries(&fixed, format)
    for check in format.checks where check.name == .number || check.name == .optional {
      guard !passes(check, fixed), let span = check.spans.first else { continue }
      if let (mended, changes) = mend(fixed, format, check, span) ?? mendThroughout(fixed, check, span) {
        fixed = mended
        repairs += changes
      }
    }
    if let composite = format.checks.first(where: { $0.name == .composite }), !passes(composite, fixed) {
      // What no other digit guards: the optional data.
      let loose: [MRZFormat.Span] =
        switch format {
        case .td1: [.init(line: 0, range: 15..<30), .init(line: 1, range: 18..<29)]
        case .td2: [.init(line: 1, range: 28..<35)]
        default: []
        }
      for span in loose {
        if let (mended, changes) = mend(fixed, format, composite, span) {
          fixed = mended
          repairs += changes
          break
        }
      }
    }
    var passed: Set<MRZ.Check> = []
    var failed: Set<MRZ.Check> = []
    for check in format.checks {
      if passes(check, fixed) { passed.insert(check.name) } else { failed.insert(check.name) }
    }
    return MRZ(
      format: format, lines: fixed.map { String(decoding: $0, as: UTF8.self) }, passed: passed, failed: failed,
      repairs: repairs)
  }

  /// Issuer and nationality: no digit guards their letters, but only some codes exist.
  private static func settleCountries(_ lines: inout [[UInt8]], _ format: MRZFormat) -> Int {
    var changes = 0
    for (line, start) in [(0, 2), (1, format == .td1 ? 15 : 10)] {
      let read = Array(lines[line][start..<(start + 3)])
      guard let code = MRZCountry.settled(read), code != read else { continue }
      lines[line].replaceSubrange(start..<(start + 3), with: code)
      changes += 1
    }
    return changes
  }

  private static func passes(_ check: MRZFormat.Check, _ lines: [[UInt8]]) -> Bool {
    let digit = lines[check.digit.line][check.digit.range.lowerBound]
    let content = check.spans.flatMap { lines[$0.line][$0.range] }
    if digit == filler && check.fillerAllowed {
      // Nothing there, or a long number whose digit stands further on.
      return content.allSatisfy { $0 == filler } || (check.name == .number && longNumberPasses(lines))
    }
    return MRZCheckDigit.of(content) == digit
  }

  private static func longNumberPasses(_ lines: [[UInt8]]) -> Bool {
    let rest = lines[0][15..<30].prefix { $0 != filler }
    guard rest.count > 1, let digit = rest.last else { return false }
    return MRZCheckDigit.of(lines[0][5..<14] + rest.dropLast()) == digit
  }

  /// A font may make recognition err always the same way: every O of a number was a zero. Tries whole classes of
  /// look-alikes behind the first few letters; nil unless one outcome alone passes.
  private static func mendThroughout(
    _ lines: [[UInt8]], _ check: MRZFormat.Check, _ span: MRZFormat.Span
  ) -> ([[UInt8]], Int)? {
    var outcomes: [[UInt8]: Int] = [:]
    for kept in 0...3 {
      for classes in [["OQD"], ["IL"], ["S"], ["OQD", "IL"], ["OQD", "S"], ["OQD", "IL", "S", "B", "Z", "G"]] {
        let wrong = Set(classes.joined().utf8)
        var trial = lines
        var changes = 0
        for index in span.range.dropFirst(kept) where wrong.contains(trial[span.line][index]) {
          trial[span.line][index] = MRZConfusion.forced(trial[span.line][index], .digits)
          changes += 1
        }
        if changes > 0, passes(check, trial) { outcomes[trial[span.line]] = changes }
      }
    }
    guard outcomes.count == 1, let (line, changes) = outcomes.first else { return nil }
    var mended = lines
    mended[span.line] = line
    return (mended, changes)
  }

  /// The only change of one or two look-alikes in `span` that makes the check pass; nil where there is none or
  /// more than one with as few changes. One digit passes one wrong change in ten: two changes count only where the
  /// composite digit agrees as well.
  private static func mend(
    _ lines: [[UInt8]], _ format: MRZFormat, _ check: MRZFormat.Check, _ span: MRZFormat.Span
  ) -> ([[UInt8]], Int)? {
    let composite = format.checks.first { $0.name == .composite }
    let places = span.range.filter { !MRZConfusion.lookAlikes(lines[span.line][$0]).isEmpty }
    var single: [[[UInt8]]] = []
    for place in places {
      for other in MRZConfusion.lookAlikes(lines[span.line][place]) {
        var trial = lines
        trial[span.line][place] = other
        if passes(check, trial) { single.append(trial) }
      }
    }
    let agreed = single.filter { trial in composite.map { passes($0, trial) } ?? true }
    if agreed.count == 1 { return (agreed[0], 1) }
    if agreed.isEmpty, single.count == 1 { return (single[0], 1) }
    guard single.isEmpty, let composite else { return nil }
    var double: [[[UInt8]]] = []
    for (index, one) in places.enumerated() {
      for two in places[(index + 1)...] {
        for a in MRZConfusion.lookAlikes(lines[span.line][one]) {
          for b in MRZConfusion.lookAlikes(lines[span.line][two]) {
            var trial = lines
            trial[span.line][one] = a
            trial[span.line][two] = b
            if passes(check, trial), passes(composite, trial) { double.append(trial) }
          }
        }
      }
    }
    return double.count == 1 ? (double[0], 2) : nil
  }
}
