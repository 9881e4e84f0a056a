/// The headings that make a sheet a fee receipt or an invoice.
enum ReceiptTitle {
  static func matches(_ line: String) -> Bool {
    let letters = TextFolding.letters(line)
    guard (8...70).contains(letters.count) else { return false }
    return titles.contains { title in
      letters.count >= title.count - 2
        && EditDistance.between(
          Array(letters.prefix(title.count)), title, atMost: max(1, title.count * 22 / 100)) != nil
    }
  }

  private static let titles = [
    "bien lai thu tien phi le phi", "bien lai thu phi le phi", "bien lai thu tien", "bien lai thu", "bien lai dien tu",
    "bien lai le phi", "bien lai phi", "bien lai nop tien", "phieu thu", "hoa don gia tri gia tang", "hoa don ban hang",
    "hoa don dien tu", "hoa don dich vu", "giay nop tien", "chung tu thu phi", "chung tu thu le phi", "phieu nop tien",
  ].map(TextFolding.letters)
}
