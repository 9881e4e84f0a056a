/// When a result is due.
public struct DueTime: Hashable, Sendable {
  /// The end of the working day.
  public let at: Timestamp
  public let date: CivilDate
  /// False where the calendar file does not speak about all days up to then: holidays may be missing.
  public let isCovered: Bool
  /// True where a day on the way is of rest or work by assumption only, the announcement being still to come.
  public let isAssumed: Bool
}
