import Forms

/// Filled-in application forms, several pages of them.
enum Applications {
  static func residence(_ person: Person) -> [Sheet] {
    [
      page(
        title: "TỜ KHAI THAY ĐỔI THÔNG TIN CƯ TRÚ", note: "Mẫu CT01",
        to: "Kính gửi: Công an xã Quỳnh Mẫu, tỉnh Nghệ An",
        lines: [
          "1. Họ, chữ đệm và tên: \(person.name.uppercased())",
          "2. Ngày, tháng, năm sinh: \(person.born.printed())          3. Giới tính: \(person.sex.rawValue)",
          "4. Số định danh cá nhân: \(person.idNumber)",
          "5. Số điện thoại liên hệ: 0900 000 046          6. Email: ban.dang@example.vn",
          "7. Họ, chữ đệm và tên chủ hộ: ĐẶNG VĂN MẪU          8. Mối quan hệ với chủ hộ: Con",
          "9. Nội dung đề nghị: Đăng ký thường trú tại \(person.residence.joined(separator: ", ")), "
            + "vào hộ của ông Đặng Văn Mẫu.",
          "10. Những thành viên trong hộ gia đình cùng thay đổi: Không.",
        ], place: "Nghệ An", date: CalendarDate(18, 8, 2026), signer: person.name),
      page(
        title: "Ý KIẾN CỦA CHỦ HỘ VÀ CHỦ SỞ HỮU CHỖ Ở HỢP PHÁP", note: "Mẫu CT01, trang 2",
        to: "",
        lines: [
          "Tôi là Đặng Văn Mẫu, chủ hộ, đồng ý cho \(person.name) đăng ký thường trú vào hộ của tôi tại địa chỉ nói trên.",
          "Tôi cam đoan lời khai trên là đúng sự thật và chịu trách nhiệm trước pháp luật về lời khai của mình.",
          "Kèm theo: bản chụp thẻ căn cước của người khai (trang 3 của tệp này).",
        ], place: "Nghệ An", date: CalendarDate(18, 8, 2026), signer: "Đặng Văn Mẫu"),
    ]
  }

  static func business(_ person: Person) -> [Sheet] {
    [
      page(
        title: "GIẤY ĐỀ NGHỊ ĐĂNG KÝ HỘ KINH DOANH", note: "Trang 1/3",
        to: "Kính gửi: Phòng Kinh tế phường Hoa Mai",
        lines: [
          "Tôi là: \(person.name.uppercased())          Giới tính: \(person.sex.rawValue)",
          "Sinh ngày: \(person.born.printed())          Quốc tịch: Việt Nam",
          "Số định danh cá nhân: \(person.idNumber)",
          "Nơi thường trú: \(person.residence.joined(separator: ", "))",
          "Đăng ký hộ kinh doanh do tôi làm chủ hộ với các nội dung sau:",
          "1. Tên hộ kinh doanh: TẠP HÓA HOA MẪU",
          "2. Địa điểm kinh doanh: Số 12, ngõ 34, phường Hoa Mai, thành phố Hà Nội",
          "3. Ngành, nghề kinh doanh: Bán lẻ lương thực, thực phẩm, đồ uống trong các cửa hàng",
          "4. Vốn kinh doanh: 50.000.000 đồng (năm mươi triệu đồng)",
        ], place: nil, date: nil, signer: nil),
      page(
        title: "CAM KẾT", note: "Trang 2/3", to: "",
        lines: [
          "5. Số lượng lao động dự kiến: 02 người, trong đó có chủ hộ kinh doanh.",
          "6. Thông tin đăng ký thuế: nộp thuế theo phương pháp kê khai.",
          "Tôi xin cam kết: bản thân không thuộc diện pháp luật cấm kinh doanh; không đồng thời là chủ hộ kinh doanh khác; "
            + "địa điểm kinh doanh thuộc quyền sử dụng hợp pháp của tôi và được sử dụng đúng mục đích theo quy định.",
          "Tôi chịu trách nhiệm trước pháp luật về tính hợp pháp, chính xác và trung thực của nội dung đăng ký trên.",
        ], place: "Hà Nội", date: CalendarDate(20, 8, 2026), signer: person.name),
      page(
        title: "DANH SÁCH GIẤY TỜ KÈM THEO", note: "Trang 3/3", to: "",
        lines: [
          "1. Bản sao giấy tờ chứng minh quyền sử dụng địa điểm kinh doanh.",
          "2. Sơ đồ vị trí cửa hàng và lối thoát nạn.",
          "3. Văn bản ủy quyền cho người nộp hồ sơ (nếu có).",
        ], place: "Hà Nội", date: CalendarDate(20, 8, 2026), signer: person.name),
    ]
  }

  private static func page(
    title: String, note: String, to recipient: String, lines: [String], place: String?, date: CalendarDate?,
    signer: String?
  ) -> Sheet {
    Sheet(size: Sheet.a4) { canvas in
      let text = TextStyle(.serif, size: 13)
      let left = 70.0
      let width = Sheet.a4.width - left - 50
      var y = 48.0
      func put(_ line: String, _ style: TextStyle, _ alignment: TextBlock.Alignment = .left, gap: Double = 9) {
        let block = TextBlock(line, style, width: width, alignment: alignment, on: canvas)
        block.draw(x: left, y: y)
        y += block.height + gap
      }
      put(note, TextStyle(.serif, size: 10, italic: true), .right, gap: 4)
      put("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", text.bold, .centre, gap: 0)
      put("Độc lập - Tự do - Hạnh phúc", text.bold, .centre, gap: 4)
      canvas.rule(
        fromX: left + width / 2 - 84, y: y, toX: left + width / 2 + 84, y: y, thickness: 0.8)
      y += 24
      put(title, TextStyle(.serif, size: 16, bold: true), .centre, gap: 14)
      if !recipient.isEmpty { put(recipient, text, .centre, gap: 14) }
      for line in lines { put(line, text) }
      guard let place, let date, let signer else { return }
      y += 18
      let half = width / 2
      for (line, style) in [
        ("\(place), ngày \(date.day) tháng \(date.month) năm \(date.year)", text.italic), ("NGƯỜI KHAI", text.bold),
        ("(Ký, ghi rõ họ tên)", text.italic),
      ] {
        let block = TextBlock(line, style, width: half, alignment: .centre, on: canvas)
        block.draw(x: left + half, y: y)
        y += block.height + 2
      }
      TextBlock(signer, text, width: half, alignment: .centre, on: canvas).draw(x: left + half, y: y + 60)
    }
  }
}
