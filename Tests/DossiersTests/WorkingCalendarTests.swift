import Dossiers
import Foundation
import Testing

/// A file of the repository.
func file(_ path: String) throws -> [UInt8] {
  let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  return Array(try Data(contentsOf: top.appending(path: path)))
}

@Suite struct WorkingCalendarTests {
  let calendar: WorkingCalendar

  init() throws {
    calendar = try WorkingCalendar.read(file("samples/calendar.json"))
  }

  func due(_ event: String, _ days: Int) throws -> DueTime {
    calendar.due(after: try #require(Timestamp(iso: event)), workingDays: days)
  }

  @Test(
    "working days are counted as the Civil Code has it",
    arguments: [
      // Tuesday; the day of the event is not counted.
      ("2026-08-04T09:15:00+07:00", 1, "2026-08-05"),
      // Over a weekend.
      ("2026-08-06T09:15:00+07:00", 2, "2026-08-10"),
      // Handed in on a Saturday, by Zalo.
      ("2026-08-08T20:00:00+07:00", 1, "2026-08-10"),
      // Over Tết: 16 to 20 February 2026, between two weekends.
      ("2026-02-13T08:00:00+07:00", 1, "2026-02-23"),
      ("2026-02-12T08:00:00+07:00", 2, "2026-02-23"),
      // 31 August is off, for which Saturday 22 August is worked; 1 and 2 September are holidays.
      ("2026-08-21T08:00:00+07:00", 1, "2026-08-22"),
      ("2026-08-21T08:00:00+07:00", 6, "2026-08-28"),
      ("2026-08-28T08:00:00+07:00", 1, "2026-09-03"),
      // The Hùng Kings' day fell on a Sunday: Monday makes up for it.
      ("2026-04-24T08:00:00+07:00", 1, "2026-04-28"),
      // Just before and after midnight in Vietnam, both on one day of UTC.
      ("2026-08-03T16:59:00Z", 1, "2026-08-04"), ("2026-08-03T17:00:00Z", 1, "2026-08-05"),
      // Within the day: by 17:00, or on the next working day.
      ("2026-08-04T16:59:00+07:00", 0, "2026-08-04"), ("2026-08-04T17:00:00+07:00", 0, "2026-08-05"),
      ("2026-08-08T08:00:00+07:00", 0, "2026-08-10"), ("2026-08-07T18:00:00+07:00", 0, "2026-08-10"),
    ])
  func workingDays(event: String, days: Int, last: String) throws {
    let due = try due(event, days)
    #expect(due.date.iso == last)
    #expect(VietnamTime(due.at).iso == "\(last)T17:00:00+07:00")
    #expect(due.isCovered)
    #expect(!due.isAssumed)
  }

  @Test(
    "a term of calendar days that ends on a day of rest rolls on",
    arguments: [
      ("2026-08-04", 4, "2026-08-10"), ("2026-08-04", 6, "2026-08-10"), ("2026-08-26", 5, "2026-09-03"),
      ("2026-08-12", 10, "2026-08-22"),
    ])
  func calendarDays(event: String, days: Int, last: String) throws {
    let event = try #require(CivilDate(iso: event))
    #expect(calendar.end(ofCalendarDays: days, after: event).iso == last)
  }

  @Test("a due date beyond the calendar, or resting on what is only assumed, says so")
  func uncertainty() throws {
    #expect(try !due("2027-12-30T08:00:00+07:00", 5).isCovered)
    #expect(try !due("2024-12-31T08:00:00+07:00", 2).isCovered)
    let tet = try due("2027-02-03T08:00:00+07:00", 3)
    #expect(tet.isCovered && tet.isAssumed)
    let weekends = WorkingCalendar.weekendsOnly.due(
      after: try #require(Timestamp(iso: "2026-08-07T08:00:00+07:00")), workingDays: 1)
    #expect(weekends.date.iso == "2026-08-10" && !weekends.isCovered)
  }

  @Test("the working day may end at another time")
  func dayEnd() throws {
    let text =
      #"{"calendar":"c","covers":{"from":"2026-01-01","to":"2026-12-31"},"weeklyRest":["sunday"],"#
      + #""workingDayEnds":"11:30","holidays":[]}"#
    let saturday = try WorkingCalendar.read(Array(text.utf8))
    let due = saturday.due(after: try #require(Timestamp(iso: "2026-08-07T08:00:00+07:00")), workingDays: 1)
    #expect(VietnamTime(due.at).iso == "2026-08-08T11:30:00+07:00")
  }

  @Test("the faults of a calendar file show all at once, in place")
  func faults() throws {
    let text = """
      { "calendar": "x", "covers": { "from": "2026-01-01", "to": "2026-12-31" },
        "weeklyRest": ["saturday", "sunnday"],
        "holidays": [
          { "date": "2026-02-30", "name": { "vi": "Tết", "en": "Tết" }, "status": "by-law" },
          { "date": "2027-01-01", "name": { "vi": "Tết", "en": "" }, "status": "by-law" },
          { "date": "2026-09-02", "name": { "vi": "Quốc khánh", "en": "National Day" }, "status": "bylaw" }
        ],
        "swaps": [ { "of": "2026-09-02", "work": "2026-09-02", "status": "announced" } ] }
      """
    let errors = #expect(throws: JSONFaults.self) { try WorkingCalendar.read(Array(text.utf8)) }
    #expect(
      errors?.faults.map(\.description) == [
        #"2:30: unknown value "sunnday"; did you mean "sunday"?"#,
        #"4:15: "2026-02-30" is not a date; expected a date such as 2026-09-02"#,
        "5:15: 2027-01-01 lies outside of what the calendar covers; expected a day from 2026-01-01 to 2026-12-31",
        "5:58: this string is empty; expected some text",
        #"6:93: unknown value "bylaw"; did you mean "by-law"?"#,
        #"8:14: the key "off" is missing"#,
        #"8:16: unknown key "of"; did you mean "off"?"#,
        "8:44: 2026-09-02 stands twice in the calendar",
      ])
    #expect(throws: JSONFaults.self) {
      try WorkingCalendar.read(
        Array(
          #"{"calendar":"c","covers":{"from":"2026-01-01","to":"2025-12-31"},"weeklyRest":[],"holidays":[]}"#.utf8))
    }
  }
}
