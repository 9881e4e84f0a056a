import Archive
import Testing

@Suite struct SafeNameTests {
  @Test(
    "a sender's file name becomes one that every system can keep",
    arguments: [
      ("Đơn đề nghị.pdf", "Đơn đề nghị.pdf"),
      ("e\u{301}.png", "é.png"),
      ("../../etc/passwd", "_.._etc_passwd"),
      ("C:\\Users\\a.jpg", "C__Users_a.jpg"),
      ("nul.txt", "_nul.txt"), ("COM1", "_COM1"), ("com10.txt", "com10.txt"), ("aux .pdf", "_aux .pdf"),
      ("a\nb\u{202e}gpj.exe", "abgpj.exe"),
      ("  .hidden. ", "hidden"), ("-rf", "rf"), ("~root", "root"),
      ("100%.pdf", "100_.pdf"), ("a\u{a0}b", "a b"),
      ("", "file"), ("...", "file"), ("\u{0}", "file"),
    ])
  func names(name: String, safe: String) {
    #expect(Array(SafeName.make(name).utf8) == Array(safe.utf8))
  }

  @Test("a long name keeps its ending and no half letter")
  func long() {
    let name = SafeName.make(String(repeating: "ế", count: 300) + ".jpeg", limit: 100)
    #expect(name.utf8.count <= 100)
    #expect(name.hasSuffix("ế.jpeg"))
  }
}
