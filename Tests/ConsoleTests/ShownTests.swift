import Console
import Testing

@Suite("Text of others on the terminal")
struct ShownTests {
  @Test(
    "what would steer a terminal is shown instead of obeyed",
    arguments: [
      ("Nguyễn Thị Mẫu", "Nguyễn Thị Mẫu"),
      ("A \u{1B}[31mRED \u{1B}]0;pwned\u{7}", "A \\u{1b}[31mRED \\u{1b}]0;pwned\\u{7}"),
      ("một\r\nhai\tba", "một\\u{d}\\u{a}hai\\u{9}ba"), ("\u{9B}31m\u{7F}", "\\u{9b}31m\\u{7f}"),
      ("ảnh\u{202E}gpj.exe", "ảnh\\u{202e}gpj.exe"), ("\u{1B}\u{301}", "\\u{1b}\u{301}"),
    ])
  func line(text: String, shown: String) {
    #expect(Shown.line(text) == shown)
  }

  @Test("text of several lines keeps its lines")
  func text() {
    #expect(Shown.text("một\n\thai\u{1B}[2J") == "một\n\thai\\u{1b}[2J")
  }
}
