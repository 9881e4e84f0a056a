import Media

extension SampleCatalogue {
  static let created = "2026-08-20T09:15:00+07:00"

  static func papers() throws -> [SampleDossier] {
    [
      SampleDossier(
        folder: "05-receipt-pdf-and-card", outcome: .accepted,
        details: details(
          People.ao, phone: "0900000091", procedure: "1.004873", request: "Cấp Giấy xác nhận tình trạng hôn nhân"),
        files: [
          (
            "bien-lai.pdf",
            try Sheet.pdf([marriageFee.sheet], title: "Biên lai thu tiền phí, lệ phí", created: created)
          ),
          ("cccd.jpg", try photo(Cards.front2021(People.ao), Views.cloth)),
        ]),
      SampleDossier(
        folder: "06-receipt-scan", outcome: .accepted, details: details(People.mau, phone: "0900000017"),
        files: [("bien-lai-scan.png", try receiptScan())]),
      SampleDossier(
        folder: "07-form-tiff", outcome: .accepted,
        details: details(People.thu, phone: "0900000038", procedure: "2.000815"),
        files: [("ho-so.tif", try form())]),
      SampleDossier(
        folder: "08-mixed-pdf", outcome: .accepted,
        details: details(People.ban, phone: "0900000046", procedure: "1.004222", request: "Đăng ký thường trú"),
        files: [("ho-so-cu-tru.pdf", try mixed())]),
      SampleDossier(
        folder: "09-sideways-photo", outcome: .accepted, details: details(People.nghieng, phone: "0900000021"),
        files: [("IMG_20260820_0915.jpg", try sideways())]),
    ]
  }

  private static let marriageFee = FeeReceipt(
    agency: "Ủy ban nhân dân phường Hòa Mẫu", taxCode: "0400123454", form: "01BLP0-001", symbol: "BI-26T",
    number: "0000417", date: CalendarDate(20, 8, 2026), payer: People.ao,
    items: [("Lệ phí hộ tịch", 15_000), ("Phí khai thác, sử dụng thông tin", 8_000)], collector: "Ngô Thị Thu",
    transfer: ("970415", "113000012345"))

  private static let businessFee = FeeReceipt(
    agency: "Phòng Kinh tế phường Hoa Mai", taxCode: "0100123453", form: "01BLP0-001", symbol: "BI-26T",
    number: "0001203", date: CalendarDate(19, 8, 2026), payer: People.mau,
    items: [("Lệ phí đăng ký hộ kinh doanh", 100_000), ("Phí thẩm định hồ sơ", 550_000)], collector: "Đỗ Văn Thu")

  /// A grey scan at 200 dots an inch, a little askew.
  private static func receiptScan() throws -> [UInt8] {
    let paper = try businessFee.sheet.image(dotsPerInch: 400)
    let glass = Flatbed(width: 210, height: 148, dotsPerInch: 200, seed: 61, grain: 3)
    let sheet = Flatbed.Sheet(image: paper, x: 0.6, y: -1.2, width: 210, slope: 0.011)
    return try PNGEncoder.encode(grey(glass.scan([sheet])), dotsPerInch: 200)
  }

  /// Two pages in black and white, one in grey, as a scanner with a feeder mixes them.
  private static func form() throws -> [UInt8] {
    let glass = Flatbed(width: 210, height: 297, dotsPerInch: 200, seed: 71, grain: 3)
    let pages = try Applications.business(People.thu).enumerated().map { index, paper in
      let sheet = Flatbed.Sheet(
        image: try paper.image(dotsPerInch: 300), x: 0, y: 0, width: 210, slope: [0.006, -0.009, 0.004][index])
      let page = grey(glass.scan([sheet]))
      if index < 2 { return TIFFFile.Page.bilevel(page) }
      return .jpeg(try JPEGEncoder.encode(page, quality: 75), width: page.width, height: page.height)
    }
    return TIFFFile.file(pages, dotsPerInch: 200)
  }

  /// Two pages with text and, behind them, a scanned page with both sides of a card.
  private static func mixed() throws -> [UInt8] {
    let glass = Flatbed(width: 210, height: 297, dotsPerInch: 300, seed: 81)
    let page = glass.scan([
      Flatbed.Sheet(
        image: try Cards.front2024(People.ban), x: 60, y: 60, width: CardCanvas.width, slope: 0.01, corner: 3.2),
      Flatbed.Sheet(
        image: try Cards.back2024(People.ban), x: 62, y: 150, width: CardCanvas.width, slope: -0.007, corner: 3.2),
    ])
    let jpeg = try JPEGEncoder.encode(page, quality: 82, dotsPerInch: 300)
    let scanned = Sheet(size: Sheet.a4) { canvas in
      canvas.draw(jpeg: jpeg, of: page, x: 0, y: 0, width: Sheet.a4.width)
    }
    return try Sheet.pdf(
      Applications.residence(People.ban) + [scanned], title: "Hồ sơ đăng ký thường trú", created: created)
  }

  /// Held upright, kept lying on its side: the tag turns it.
  private static func sideways() throws -> [UInt8] {
    let picture = Photograph(
      width: 1350, height: 1800, corners: [(0.04, 0.30), (0.95, 0.32), (0.96, 0.73), (0.03, 0.74)],
      table: (120, 110, 104), seed: 91
    ).take(try Cards.front2021(People.nghieng))
    let lying = picture.turnedAnticlockwise()
    return JPEGOrientation.tagged(try JPEGEncoder.encode(lying, quality: 80, dotsPerInch: 72), orientation: 6)
  }

  static func grey(_ image: ColourImage) -> GreyImage {
    let count = image.width * image.height
    let pixels = image.pixels.withUnsafeBufferPointer { source in
      (0..<count).map { index in
        let (red, green, blue) = (Int(source[3 * index]), Int(source[3 * index + 1]), Int(source[3 * index + 2]))
        return UInt8((299 * red + 587 * green + 114 * blue) / 1000)
      }
    }
    return GreyImage(width: image.width, height: image.height, pixels: pixels)
  }
}
