import Dossiers
import Foundation
import Testing

@Suite struct TimeTests {
  @Test(
    "the clocks of Vietnam are seven hours ahead of UTC, on every day of the year",
    arguments: [
      ("2026-08-04T02:15:00Z", "2026-08-04T09:15:00+07:00", "260804"),
      ("2026-08-04T16:59:59Z", "2026-08-04T23:59:59+07:00", "260804"),
      ("2026-08-04T17:00:00Z", "2026-08-05T00:00:00+07:00", "260805"),
      ("2026-12-31T17:00:00Z", "2027-01-01T00:00:00+07:00", "270101"),
      ("2024-02-28T20:00:00Z", "2024-02-29T03:00:00+07:00", "240229"),
      ("1969-12-31T16:59:59.999Z", "1969-12-31T23:59:59+07:00", "691231"),
      ("0001-01-01T00:00:00Z", "0001-01-01T07:00:00+07:00", "010101"),
    ])
  func clock(utc: String, vietnam: String, key: String) throws {
    let moment = try #require(Timestamp(iso: utc))
    let time = VietnamTime(moment)
    #expect(time.iso == vietnam)
    #expect(time.dayKey == key)
    #expect(time.timestamp == moment)
  }

  @Test("dates agree with Foundation's calendar over four centuries")
  func calendar() throws {
    var gregorian = Calendar(identifier: .gregorian)
    gregorian.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    for days in stride(from: -60_000, through: 90_000, by: 97) {
      let date = CivilDate(daysSinceEpoch: days)
      let expected = gregorian.dateComponents(
        [.year, .month, .day, .weekday], from: Date(timeIntervalSince1970: Double(days) * 86_400))
      #expect(date.year == expected.year && date.month == expected.month && date.day == expected.day)
      #expect(Weekday.allCases.firstIndex(of: date.weekday) == ((expected.weekday ?? 0) + 5) % 7)
      #expect(date.daysSinceEpoch == days)
      #expect(CivilDate(iso: date.iso) == date)
    }
  }

  @Test(
    "only real dates and times are read",
    arguments: [
      "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-01", "26-01-01", "2026/01/01", "", "2026-01-32", "0000-01-01",
      "２026-01-01",
    ])
  func badDates(text: String) {
    #expect(CivilDate(iso: text) == nil)
    #expect(Timestamp(iso: text + "T00:00:00Z") == nil)
  }

  @Test(
    "times are read with any offset and fraction",
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("1970-01-01T07:00:00+07:00", 0), ("1969-12-31T19:30:00.5-04:30", 500),
      ("1970-01-01T00:00:00.123456Z", 123), ("1970-01-01t00:00:01z", 1000), ("1970-01-01T23:59:60Z", 86_399_000),
    ] as [(String, Int64)])
  func times(text: String, milliseconds: Int64) {
    #expect(Timestamp(iso: text)?.milliseconds == milliseconds)
  }

  @Test(
    "what is no time is not read",
    arguments: [
      "1970-01-01T24:00:00Z", "1970-01-01T00:60:00Z", "1970-01-01T00:00:00", "1970-01-01 00:00:00Z",
      "1970-01-01T00:00:00.Z", "1970-01-01T00:00:00+7", "1970-01-01T00:00:00+07:0", "1970-01-01T00:00Z",
      "1970-01-01T00:00:00ZZ", "1970-01-01T00:00:00é+07", "1970-01-01T0a:00:00Z",
    ])
  func badTimes(text: String) {
    #expect(Timestamp(iso: text) == nil)
  }

  @Test("milliseconds survive printing and reading", arguments: [-1, 0, 1, 1_785_809_700_007] as [Int64])
  func milliseconds(value: Int64) {
    let moment = Timestamp(milliseconds: value)
    #expect(Timestamp(iso: VietnamTime(moment).isoWithMilliseconds) == moment)
  }

  @Test("no timestamp is too far away to be printed", arguments: [Int64.min, Int64.max])
  func extremes(value: Int64) {
    #expect(VietnamTime(Timestamp(milliseconds: value)).iso.hasSuffix("+07:00"))
  }
}
