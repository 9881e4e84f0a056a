/// The heading of a form: what citizens fill in and hand in.
struct FormTitle {
  /// As printed; nil where only the address line shows that the page is a form.
  let text: String?

  static func find(in block: TextBlock) -> FormTitle? {
    let rows = TextRow.rows(of: block.words)
    for row in rows.prefix(25) where isTitle(row.text) {
      return FormTitle(text: ReceiptGrammar.plain(row.text))
    }
    let isAddressed = rows.prefix(30).contains { TextFolding.words($0.text).hasPrefix("kinh gui") }
    return isAddressed ? FormTitle(text: nil) : nil
  }

  /// "ĐƠN ĐỀ NGHỊ …", "TỜ KHAI …": in capitals, at the start of a line.
  private static func isTitle(_ line: String) -> Bool {
    let letters = line.filter(\.isLetter)
    guard (6...120).contains(letters.count), letters.filter(\.isUppercase).count * 10 >= letters.count * 8 else {
      return false
    }
    let folded = TextFolding.letters(line)
    return beginnings.contains { beginning in
      folded.count >= beginning.count
        && EditDistance.between(
          Array(folded.prefix(beginning.count)), beginning,
          atMost: beginning.count > 8 ? 2 : beginning.count > 5 ? 1 : 0)
          != nil
    }
  }

  private static let beginnings = [
    "don de nghi", "don xin", "don dang ky", "don khoi kien", "don khieu nai", "don to cao", "don yeu cau", "to khai",
    "giay de nghi", "phieu de nghi", "phieu yeu cau", "ban khai", "phieu dang ky", "giay dang ky", "van ban de nghi",
    "phieu khai bao", "ban cam ket", "giay uy quyen", "ho so dang ky", "phieu thong tin", "ban khai bao",
    "don trinh bao",
    "thong bao ve viec", "phieu tiep nhan",
  ].map(TextFolding.letters)
}
