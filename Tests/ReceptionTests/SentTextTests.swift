import Reception
import Testing

@Suite("Words that senders wrote")
struct SentTextTests {
  @Test(
    "a line loses what would steer a screen, and nothing else",
    arguments: [
      ("Nguyễn Thị Mẫu", "Nguyễn Thị Mẫu"), ("A \u{1B}[31mRED\u{7}", "A [31mRED"), ("một\nhai\tba", "một hai ba"),
      ("\u{202E}abc\u{2069}", "abc"), ("\u{9B}2J", "2J"), ("👩\u{200D}🔧", "👩\u{200D}🔧"), ("\u{1B}\u{7} ", nil),
      ("", nil),
    ] as [(String, String?)])
  func line(sent: String, kept: String?) {
    #expect(SentText.line(sent) == kept)
  }

  @Test("text keeps its lines")
  func text() {
    #expect(SentText.text("một\r\nhai\u{1B}c\n") == "một\nhaic\n")
  }
}
