/// Which days an office works: the weekly rest, the holidays, and the days swapped by announcement.
///
/// Kept in a dated file, since Tết and the swaps are announced from year to year.
public struct WorkingCalendar: Sendable {
  /// How sure a day is.
  public enum Status: String, Sendable, Codable, CaseIterable {
    case byLaw = "by-law"
    case announced
    /// Taken from the rule before the announcement is there.
    case assumed
  }

  public struct Holiday: Hashable, Sendable {
    public let date: CivilDate
    public let name: BilingualText
    public let status: Status
    /// The holiday in the weekly rest that this day makes up for.
    public let insteadOf: CivilDate?
  }

  /// A working day given off, and the day of rest worked for it.
  public struct Swap: Hashable, Sendable {
    public let off: CivilDate
    public let work: CivilDate
    public let status: Status
  }

  public let name: String
  /// The days that the file speaks about; nil: none, only the weekly rest is known.
  public let covers: ClosedRange<CivilDate>?
  public let weeklyRest: Set<Weekday>
  public let holidays: [Holiday]
  public let swaps: [Swap]
  /// The end of the working day in Vietnam, in minutes since midnight.
  public let dayEndsAtMinute: Int

  private let rest: [CivilDate: Status]
  private let work: [CivilDate: Status]

  public init(
    name: String, covers: ClosedRange<CivilDate>?, weeklyRest: Set<Weekday>, holidays: [Holiday] = [],
    swaps: [Swap] = [], dayEndsAtMinute: Int = 17 * 60
  ) {
    self.name = name
    self.covers = covers
    // A week of rest only would have no working day to count to.
    self.weeklyRest = weeklyRest.count < 7 ? weeklyRest : [.saturday, .sunday]
    self.holidays = holidays
    self.swaps = swaps
    self.dayEndsAtMinute = dayEndsAtMinute
    rest = Dictionary(
      holidays.map { ($0.date, $0.status) } + swaps.map { ($0.off, $0.status) }, uniquingKeysWith: { first, _ in first }
    )
    work = Dictionary(swaps.map { ($0.work, $0.status) }, uniquingKeysWith: { first, _ in first })
  }

  /// Saturdays and Sundays, and nothing known of holidays: what remains without a calendar file.
  public static let weekendsOnly = WorkingCalendar(
    name: "weekends-only", covers: nil, weeklyRest: [.saturday, .sunday])

  public func isWorkingDay(_ date: CivilDate) -> Bool {
    // A holiday stays one whatever was announced about the same day's swap.
    if rest[date] != nil { return false }
    return work[date] != nil || !weeklyRest.contains(date.weekday)
  }

  /// The date itself where it is a working day, else the next one (Civil Code 2015, article 148, clause 5).
  public func workingDay(onOrAfter date: CivilDate) -> CivilDate {
    var day = date
    // A file that declares years of rest is a mistake; give up counting rather than run on.
    for _ in 0..<3660 where !isWorkingDay(day) { day = day.adding(days: 1) }
    return day
  }

  /// The end of a term of working days: the day of the event is not counted (Civil Code 2015, article 147, clause 2).
  ///
  /// A term of no days ends on the day of the event, or the next working day.
  public func end(of workingDays: Int, after event: CivilDate) -> CivilDate {
    var day = workingDays > 0 ? event : workingDay(onOrAfter: event)
    for _ in 0..<max(0, workingDays) { day = workingDay(onOrAfter: day.adding(days: 1)) }
    return day
  }

  /// The end of a term of calendar days: a last day of rest rolls on to the next working day.
  public func end(ofCalendarDays days: Int, after event: CivilDate) -> CivilDate {
    workingDay(onOrAfter: event.adding(days: max(0, days)))
  }

  /// When a result is due that takes so many working days, and how sure that is.
  public func due(after event: Timestamp, workingDays: Int) -> DueTime {
    let received = VietnamTime(event)
    var last = end(of: workingDays, after: received.date)
    if workingDays <= 0, last == received.date, received.hour * 60 + received.minute >= dayEndsAtMinute {
      last = workingDay(onOrAfter: last.adding(days: 1))
    }
    let midnight = VietnamTime(daysSinceEpoch: last.daysSinceEpoch).timestamp
    let span = received.date <= last ? received.date...last : last...last
    return DueTime(
      at: midnight.adding(milliseconds: Int64(dayEndsAtMinute) * 60_000), date: last,
      isCovered: covers.map { $0.contains(span.lowerBound) && $0.contains(span.upperBound) } ?? false,
      isAssumed: (rest.keys.contains { rest[$0] == .assumed && span.contains($0) })
        || work.keys.contains { work[$0] == .assumed && span.contains($0) })
  }
}

extension VietnamTime {
  /// Midnight at the beginning of a day.
  init(daysSinceEpoch days: Int) {
    self.init(Timestamp(milliseconds: Int64(days) * 86_400_000 - Self.offsetMilliseconds))
  }
}
