import Forms
import Media

extension SampleCatalogue {
  /// What senders really send when something went wrong, each with the one problem that explains it.
  static func spoilt() throws -> [SampleDossier] {
    let receipt = FeeReceipt(
      agency: "Ủy ban nhân dân phường Hoa Mai", taxCode: "0100123453", form: "01BLP0-001", symbol: "BI-26T",
      number: "0000533", date: CalendarDate(21, 8, 2026), payer: People.du, items: [("Lệ phí hộ tịch", 8_000)],
      collector: "Ngô Thị Thu")
    let pdf = try Sheet.pdf([receipt.sheet], title: "Biên lai thu tiền phí, lệ phí", created: created)
    let whole = try photo(Cards.front2021(People.mau), Views.wood)
    let png = try PNGEncoder.encode(grey(receipt.sheet.image(dotsPerInch: 150)))
    var shaken = Views.wood
    (shaken.width, shaken.height, shaken.defocus) = (900, 675, 5)
    return [
      SampleDossier(
        folder: "10-blurred-photo", outcome: .review("reading.blurred"),
        details: details(People.thu, phone: "0900000038"),
        files: [("mat-truoc.jpg", try photo(Cards.front2021(People.thu), shaken))]),
      SampleDossier(folder: "11-empty-file", outcome: .rejected("file.empty"), files: [("can-cuoc.jpg", [])]),
      SampleDossier(
        folder: "12-truncated-jpeg", outcome: .rejected("image.truncated"),
        files: [("mat-truoc.jpg", Array(whole[..<(whole.count * 2 / 5)]))]),
      SampleDossier(
        folder: "13-png-named-pdf", outcome: .rejected("file.type-mismatch"), files: [("bien-lai.pdf", png)]),
      SampleDossier(
        folder: "14-locked-pdf", outcome: .rejected("pdf.encrypted"),
        files: [("bien-lai.pdf", try LockedPDF.lock(pdf, password: "matkhau"))]),
      SampleDossier(
        folder: "15-not-a-document", outcome: .rejected("file.type-unknown"), files: [("anh-the.jpg", noise())]),
      SampleDossier(
        folder: "16-unsupported-type", outcome: .rejected("file.type-unsupported"), files: [("scan.bmp", bitmap())]),
    ]
  }

  /// Bytes that are nothing at all.
  private static func noise() -> [UInt8] {
    var random = SeededGenerator(seed: 151)
    var bytes: [UInt8] = [0x9C]
    for _ in 0..<6000 { bytes.append(UInt8(truncatingIfNeeded: random.next())) }
    return bytes
  }

  /// A valid bitmap of 64 × 64 pixels: a real picture, of a kind that is not taken.
  private static func bitmap() -> [UInt8] {
    func little(_ value: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(value >> (8 * $0) & 0xFF) } }
    var pixels: [UInt8] = []
    for index in 0..<64 * 64 { pixels += [UInt8(index / 64 * 4), UInt8(index % 64 * 4), 160] }
    var file = Array("BM".utf8)
    // File header, then BITMAPINFOHEADER: sizes and offsets, 1 plane, 24 bits, 72 dots an inch.
    for (value, count) in [
      (54 + pixels.count, 4), (0, 4), (54, 4), (40, 4), (64, 4), (64, 4), (1, 2), (24, 2), (0, 4), (pixels.count, 4),
      (2835, 4), (2835, 4), (0, 8),
    ] { file += little(value, count) }
    return file + pixels
  }
}
