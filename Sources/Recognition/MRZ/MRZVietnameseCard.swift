/// The first two lines of a Vietnamese card, whose number stands there twice under two digits.
enum MRZVietnameseCard {
  private static let anchor = Array("VNM".utf8)
  private static let filler = MRZParser.filler

  /// Reads the lines that hold `VNM` near their proper places. Lines may have lost or gained fillers, so only what
  /// is fixed counts: the digits that follow the first `VNM`, and the fifteen characters before the second.
  static func parse(_ lines: [[UInt8]]) -> MRZ? {
    for (index, line) in lines.enumerated() {
      guard let place = position(of: anchor, in: line), place <= 4, let upper = upper(line, after: place + 3) else {
        continue
      }
      guard index + 1 < lines.count else { return zone(upper, nil, nil) }
      let following = Array(lines[(index + 1)...].prefix(2))
      let second = following.firstIndex { candidate in
        lower(candidate) != nil
      }
      guard let second, let lower = lower(following[second]) else { return zone(upper, nil, following.last) }
      let third = index + 2 + second < lines.count ? lines[index + 2 + second] : nil
      return zone(upper, lower, third)
    }
    // The second line alone still carries birth, sex and expiry.
    for (index, line) in lines.enumerated() {
      if let place = position(of: anchor, in: line), place >= 13, place <= 17, let lower = lower(line) {
        return zone(nil, lower, index + 1 < lines.count ? lines[index + 1] : nil)
      }
    }
    return nil
  }

  private struct Upper {
    var line: [UInt8]
    var passed: Set<MRZ.Check>
    var failed: Set<MRZ.Check>
    var repairs: Int
  }

  private typealias Lower = Upper

  private static func position(of needle: [UInt8], in line: [UInt8]) -> Int? {
    guard line.count >= needle.count else { return nil }
    var best: (place: Int, misses: Int)?
    for start in 0...(line.count - needle.count) {
      let misses = zip(needle, line[start...]).reduce(0) { $0 + ($1.0 == $1.1 ? 0 : 1) }
      if misses == 0 { return start }
      // One wrong letter: M as N, V as Y.
      if misses == 1, best == nil, line[start] == needle[0] || line[start + 1] == needle[1] { best = (start, 1) }
    }
    return best?.place
  }

  private static func upper(_ line: [UInt8], after start: Int) -> Upper? {
    guard line.count >= start + 22 else { return nil }
    let read = Array(line[start..<(start + 22)])
    var digits = read.map { MRZConfusion.forced($0, .digits) }
    guard digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
    var repairs = zip(read, digits).reduce(0) { $0 + ($1.0 == $1.1 ? 0 : 1) }
    let short = Array(digits[0..<9])
    let prefix = Array(digits[10..<13])
    let long = Array(digits[13..<22])
    // The last digit of the line follows the fillers.
    let tail = line[(start + 22)...].map { MRZConfusion.forced($0, .digits) }
    let last = tail.last { (48...57).contains($0) }

    var passed: Set<MRZ.Check> = []
    var failed: Set<MRZ.Check> = []
    let places = (0..<9).filter { short[$0] != long[$0] }
    var agreed: [[UInt8]] = []
    // Between two copies that differ, the check digits choose.
    for choice in 0..<(1 << min(places.count, 3)) {
      var trial = short
      for (bit, place) in places.prefix(3).enumerated() where choice >> bit & 1 == 1 { trial[place] = long[place] }
      if places.count <= 3, MRZCheckDigit.of(trial) == digits[9],
        last == nil || MRZCheckDigit.of(prefix + trial) == last
      {
        agreed.append(trial)
      }
    }
    guard agreed.count == 1, let last else {
      failed = [.number]
      if !places.isEmpty { failed.insert(.copies) }
      return Upper(line: full(digits, last), passed: passed, failed: failed, repairs: repairs)
    }
    repairs += places.count
    digits.replaceSubrange(0..<9, with: agreed[0])
    digits.replaceSubrange(13..<22, with: agreed[0])
    passed = [.number, .copies, .personalNumber]
    return Upper(line: full(digits, last), passed: passed, failed: failed, repairs: repairs)
  }

  private static func full(_ digits: [UInt8], _ last: UInt8?) -> [UInt8] {
    Array("IDVNM".utf8) + digits + [filler, filler, last ?? filler]
  }

  private static func lower(_ line: [UInt8]) -> Lower? {
    guard let place = position(of: anchor, in: line), place >= 15, place <= 18 else { return nil }
    let read = Array(line[(place - 15)..<place])
    var fixed = read
    for index in read.indices { fixed[index] = MRZConfusion.forced(read[index], index == 7 ? .sex : .digits) }
    let repairs = zip(read, fixed).reduce(0) { $0 + ($1.0 == $1.1 ? 0 : 1) }
    guard fixed.enumerated().allSatisfy({ $0.offset == 7 || (48...57).contains($0.element) }) else { return nil }
    var passed: Set<MRZ.Check> = []
    var failed: Set<MRZ.Check> = []
    if MRZCheckDigit.of(fixed[0..<6]) == fixed[6] { passed.insert(.birth) } else { failed.insert(.birth) }
    if MRZCheckDigit.of(fixed[8..<14]) == fixed[14] { passed.insert(.expiry) } else { failed.insert(.expiry) }
    let tail = line[(place + 3)...].map { MRZConfusion.forced($0, .digits) }
    let last = tail.last { (48...57).contains($0) } ?? filler
    let whole = fixed + anchor + [UInt8](repeating: filler, count: 11) + [last]
    return Lower(line: whole, passed: passed, failed: failed, repairs: repairs)
  }

  private static func zone(_ upper: Upper?, _ lower: Lower?, _ third: [UInt8]?) -> MRZ? {
    guard upper != nil || lower != nil else { return nil }
    let blank = [UInt8](repeating: filler, count: 30)
    var passed = (upper?.passed ?? []).union(lower?.passed ?? [])
    var failed = (upper?.failed ?? [.number]).union(lower?.failed ?? [.birth, .expiry])
    let first = upper?.line ?? blank
    let second = lower?.line ?? blank
    let content = first[5..<30] + second[0..<7] + second[8..<15] + second[18..<29]
    if upper != nil, lower != nil, MRZCheckDigit.of(content) == second[29] {
      passed.insert(.composite)
    } else {
      failed.insert(.composite)
    }
    var name = (third ?? []).map { MRZConfusion.forced($0, .letters) }
    name = Array((name + blank).prefix(30))
    return MRZ(
      format: .td1, lines: [first, second, name].map { String(decoding: $0, as: UTF8.self) }, passed: passed,
      failed: failed, repairs: (upper?.repairs ?? 0) + (lower?.repairs ?? 0))
  }
}
