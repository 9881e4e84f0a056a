extension WorkingCalendar {
  /// Reads a calendar file such as `samples/calendar.json`, and reports every fault at once.
  public static func read(_ bytes: [UInt8]) throws(JSONFaults) -> WorkingCalendar {
    let (root, faults) = JSONReader.read(bytes)
    var reader = CalendarReader(inspector: JSONInspector(faults: faults))
    let calendar = root.flatMap { reader.calendar($0) }
    guard let calendar, reader.inspector.faults.isEmpty else { throw JSONFaults(reader.inspector.faults) }
    return calendar
  }
}

private struct CalendarReader {
  var inspector: JSONInspector

  mutating func calendar(_ root: PositionedJSON) -> WorkingCalendar? {
    guard
      let members = inspector.object(
        root, at: "", keys: ["$schema", "calendar", "covers", "weeklyRest", "workingDayEnds", "holidays", "swaps"],
        required: ["calendar", "covers", "weeklyRest", "holidays"])
    else { return nil }
    let name = members["calendar"].flatMap { inspector.text($0.value, at: "calendar") }
    let covers = members["covers"].flatMap { self.covers($0.value) }
    let rest = members["weeklyRest"].flatMap { weeklyRest($0.value) }
    let ends = members["workingDayEnds"].map { minute($0.value, at: "workingDayEnds") } ?? 17 * 60
    let holidays = items(members["holidays"]?.value, "holidays") { reader, node, path in reader.holiday(node, path) }
    let swaps = items(members["swaps"]?.value, "swaps") { reader, node, path in reader.swap(node, path) }
    if let covers {
      for (date, position, path) in dates where !covers.contains(date) {
        inspector.complain(
          "\(date) lies outside of what the calendar covers", at: position, path: path,
          expected: "a day from \(covers.lowerBound) to \(covers.upperBound)")
      }
    }
    guard let name, let covers, let rest, let ends else { return nil }
    return WorkingCalendar(
      name: name, covers: covers, weeklyRest: rest, holidays: holidays, swaps: swaps, dayEndsAtMinute: ends)
  }

  /// Every day named by a holiday or a swap, to be compared with what the calendar covers.
  private var dates: [(CivilDate, TextPosition, String)] = []

  init(inspector: JSONInspector) {
    self.inspector = inspector
  }

  private mutating func items<Item>(
    _ node: PositionedJSON?, _ path: String, read: (inout CalendarReader, PositionedJSON, String) -> Item?
  ) -> [Item] {
    guard let node, let elements = inspector.list(node, at: path) else { return [] }
    return elements.enumerated().compactMap { read(&self, $1, "\(path)[\($0)]") }
  }

  private mutating func covers(_ node: PositionedJSON) -> ClosedRange<CivilDate>? {
    guard let members = inspector.object(node, at: "covers", keys: ["from", "to"], required: ["from", "to"]),
      let from = members["from"].flatMap({ date($0.value, at: "covers.from") }),
      let to = members["to"].flatMap({ date($0.value, at: "covers.to") })
    else { return nil }
    if from <= to { return from...to }
    inspector.complain("the calendar ends before it begins", at: node.position, path: "covers")
    return nil
  }

  private mutating func weeklyRest(_ node: PositionedJSON) -> Set<Weekday>? {
    guard let elements = inspector.list(node, at: "weeklyRest") else { return nil }
    let days = elements.enumerated().compactMap { index, element -> Weekday? in
      choice(element, at: "weeklyRest[\(index)]", among: Weekday.allCases.map(\.rawValue)).flatMap(Weekday.init)
    }
    guard days.count == elements.count else { return nil }
    if days.count == 7 {
      inspector.complain("a week without a working day", at: node.position, path: "weeklyRest")
      return nil
    }
    return Set(days)
  }

  private mutating func holiday(_ node: PositionedJSON, _ path: String) -> WorkingCalendar.Holiday? {
    guard
      let members = inspector.object(
        node, at: path, keys: ["date", "name", "status", "insteadOf"], required: ["date", "name", "status"])
    else { return nil }
    let date = members["date"].flatMap { self.date($0.value, at: "\(path).date") }
    if let date, let node = members["date"]?.value { note(date, node, "\(path).date") }
    let name = members["name"].flatMap { inspector.bilingual($0.value, at: "\(path).name") }
    let insteadOf = members["insteadOf"].flatMap { self.date($0.value, at: "\(path).insteadOf") }
    let status = status(members["status"], path)
    guard let date, let name, let status else { return nil }
    return WorkingCalendar.Holiday(date: date, name: name, status: status, insteadOf: insteadOf)
  }

  private mutating func swap(_ node: PositionedJSON, _ path: String) -> WorkingCalendar.Swap? {
    guard
      let members = inspector.object(
        node, at: path, keys: ["off", "work", "status"], required: ["off", "work", "status"])
    else { return nil }
    let off = members["off"].flatMap { date($0.value, at: "\(path).off") }
    let work = members["work"].flatMap { date($0.value, at: "\(path).work") }
    if let off, let node = members["off"]?.value { note(off, node, "\(path).off") }
    if let work, let node = members["work"]?.value { note(work, node, "\(path).work") }
    let status = status(members["status"], path)
    guard let off, let work, let status else { return nil }
    return WorkingCalendar.Swap(off: off, work: work, status: status)
  }

  private mutating func note(_ date: CivilDate, _ node: PositionedJSON, _ path: String) {
    if dates.contains(where: { $0.0 == date }) {
      inspector.complain("\(date) stands twice in the calendar", at: node.position, path: path)
    }
    dates.append((date, node.position, path))
  }

  private mutating func status(_ member: PositionedJSON.Member?, _ path: String) -> WorkingCalendar.Status? {
    member.flatMap {
      choice($0.value, at: "\(path).status", among: WorkingCalendar.Status.allCases.map(\.rawValue))
    }.flatMap(WorkingCalendar.Status.init)
  }

  private mutating func date(_ node: PositionedJSON, at path: String) -> CivilDate? {
    guard let text = inspector.string(node, at: path) else { return nil }
    if let date = CivilDate(iso: text) { return date }
    inspector.complain(
      "\"\(text)\" is not a date", at: node.position, path: path, expected: "a date such as 2026-09-02")
    return nil
  }

  private mutating func minute(_ node: PositionedJSON, at path: String) -> Int? {
    guard let text = inspector.string(node, at: path) else { return nil }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    if parts.map(\.utf8.count) == [2, 2], parts.allSatisfy(AgencyCode.areDigits), let hour = Int(parts[0]),
      let minute = Int(parts[1]), hour < 24, minute < 60
    {
      return hour * 60 + minute
    }
    inspector.complain("\"\(text)\" is not a time of day", at: node.position, path: path, expected: "such as 17:00")
    return nil
  }

  private mutating func choice(_ node: PositionedJSON, at path: String, among choices: [String]) -> String? {
    inspector.choice(node, at: path, among: choices)
  }
}
