/// A day of the week; Monday first, as on Vietnamese calendars.
public enum Weekday: String, Sendable, Codable, CaseIterable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday
}
