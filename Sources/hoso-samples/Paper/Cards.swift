import Forms
import Media

/// Plain designs with the real cards' labels, places and proportions, and nothing of their security printing.
enum Cards {
  private static let red = Colour(0.75, 0.13, 0.15)
  private static let green = (ground: Colour(0.90, 0.955, 0.925), waves: Colour(0.55, 0.76, 0.68, alpha: 0.55))
  private static let blue = (ground: Colour(0.91, 0.945, 0.955), waves: Colour(0.55, 0.72, 0.80, alpha: 0.55))

  static func front2021(_ person: Person) throws -> ColourImage {
    let card = CardCanvas(ground: green.ground, waves: green.waves)
    card.specimen(x: 11, y: 9)
    card.nation(centre: 42.5, english: true)
    card.text("CĂN CƯỚC CÔNG DÂN", x: 42.5, y: 12.7, size: 4, bold: true, colour: red, centred: true)
    card.text("Citizen Identity Card", x: 42.5, y: 17.4, size: 2.2, italic: true, centred: true)
    card.canvas.draw(
      try QRMatrix(person.codeText(generation: 2021)), x: 66.6, y: 2.6, side: 17)
    let x = 27.0
    card.text("Số / No.:", x: x, y: 22, size: 2.2)
    card.text(person.idNumber, x: x + 11, y: 20.4, size: 4.1, bold: true)
    card.text("Họ và tên / Full name:", x: x, y: 25.8, size: 2.1)
    card.text(person.name.uppercased(), x: x, y: 28.2, size: 3.1, bold: true)
    card.line("Ngày sinh / Date of birth:", person.born.printed(), x: x, y: 32.7)
    card.line("Giới tính / Sex:", person.sex.rawValue, x: x, y: 36.1)
    card.line("Quốc tịch / Nationality:", "Việt Nam", x: x + 23, y: 36.1)
    card.text("Quê quán / Place of origin:", x: x, y: 39.4, size: 2.1)
    card.text(person.origin, x: x, y: 41.7, size: 2.7)
    card.line("Nơi thường trú / Place of residence:", person.residence[0], x: x, y: 45.4)
    card.text(person.residence.dropFirst().joined(separator: ", "), x: x, y: 47.9, size: 2.7)
    portrait(person, on: card)
    card.line("Có giá trị đến:", expiry(person), x: 3.5, y: 46.6, size: 1.8, valueSize: 1.9)
    card.text("Date of expiry", x: 3.5, y: 48.9, size: 1.6)
    return try image(card)
  }

  static func back2021(_ person: Person) throws -> ColourImage {
    let card = CardCanvas(ground: green.ground, waves: green.waves)
    card.text("Đặc điểm nhận dạng / Personal identification:", x: 4, y: 3.4, size: 2.1)
    card.text(person.mark, x: 4, y: 6, size: 2.6)
    card.line("Ngày, tháng, năm / Date, month, year:", person.issued.printed(), x: 4, y: 10.6)
    card.text("CỤC TRƯỞNG CỤC CẢNH SÁT", x: 4, y: 14.6, size: 2.1, bold: true)
    card.text("QUẢN LÝ HÀNH CHÍNH VỀ TRẬT TỰ XÃ HỘI", x: 4, y: 17.3, size: 2.1, bold: true)
    card.specimen(x: 20, y: 27)
    card.chip(x: 49.5, y: 20.5)
    card.fingerprint(x: 62, y: 9.5, label: "Ngón trỏ trái")
    card.fingerprint(x: 73.5, y: 9.5, label: "Ngón trỏ phải")
    card.machineReadable(person.machineReadable)
    return try image(card)
  }

  static func front2024(_ person: Person) throws -> ColourImage {
    let card = CardCanvas(ground: blue.ground, waves: blue.waves)
    card.specimen(x: 11, y: 9)
    card.nation(centre: 48, english: true)
    card.text("CĂN CƯỚC", x: 48, y: 12.7, size: 4, bold: true, colour: red, centred: true)
    card.text("IDENTITY CARD", x: 48, y: 17.4, size: 2.2, centred: true)
    let x = 28.0
    card.text("Số định danh cá nhân / Personal identification number:", x: x, y: 21.6, size: 2.1)
    card.text(person.idNumber, x: x, y: 23.8, size: 4.1, bold: true)
    card.text("Họ, chữ đệm và tên khai sinh / Full name:", x: x, y: 29.3, size: 2.1)
    card.text(person.name.uppercased(), x: x, y: 31.6, size: 3.1, bold: true)
    card.text("Ngày, tháng, năm sinh / Date of birth:", x: x, y: 36.2, size: 2.1)
    card.text(person.born.printed(), x: x, y: 38.6, size: 2.7)
    card.text("Giới tính / Sex:", x: 67, y: 36.2, size: 2.1)
    card.text(person.sex.rawValue, x: 67, y: 38.6, size: 2.7)
    card.text("Quốc tịch / Nationality:", x: x, y: 43, size: 2.1)
    card.text("Việt Nam", x: x, y: 45.4, size: 2.7)
    portrait(person, on: card)
    return try image(card)
  }

  static func back2024(_ person: Person) throws -> ColourImage {
    let card = CardCanvas(ground: blue.ground, waves: blue.waves)
    let x = 4.0
    card.text("Nơi cư trú / Place of residence:", x: x, y: 2.8, size: 2.1)
    card.text(person.residence.joined(separator: ", "), x: x, y: 5.2, size: 2.7)
    card.text("Nơi đăng ký khai sinh / Place of birth:", x: x, y: 10.2, size: 2.1)
    card.text(person.origin, x: x, y: 12.6, size: 2.7)
    card.text("Ngày, tháng, năm cấp / Date of issue:", x: x, y: 17, size: 2.1)
    card.text(person.issued.printed(), x: x, y: 19.4, size: 2.7)
    card.text("Ngày, tháng, năm hết hạn / Date of expiry:", x: x, y: 22.9, size: 2.1)
    card.text(expiry(person), x: x, y: 25.3, size: 2.7)
    card.text("BỘ CÔNG AN / MINISTRY OF PUBLIC SECURITY", x: x, y: 29.6, size: 1.9, bold: true)
    card.specimen(x: 57.5, y: 20)
    card.canvas.draw(try QRMatrix(person.codeText(generation: 2024)), x: 65, y: 2.6, side: 18)
    card.machineReadable(person.machineReadable)
    return try image(card)
  }

  /// The nine-digit card, issued until 2016.
  static func frontOld(_ person: Person) throws -> ColourImage {
    let card = CardCanvas(ground: Colour(0.87, 0.935, 0.87), waves: Colour(0.50, 0.72, 0.58, alpha: 0.5))
    card.specimen(x: 13, y: 9)
    card.nation(centre: 52, english: false)
    card.text("GIẤY CHỨNG MINH NHÂN DÂN", x: 52, y: 8.6, size: 3.5, bold: true, colour: red, centred: true)
    let x = 29.0
    card.text("SỐ", x: x + 10, y: 14.3, size: 2.5)
    card.text(person.oldNumber, x: x + 16, y: 13.2, size: 4, bold: true, colour: red)
    card.text("Họ tên:", x: x, y: 20.6, size: 2.4)
    card.text(person.name.uppercased(), x: x + 10, y: 19.9, size: 3.1, bold: true)
    card.line("Sinh ngày:", person.born.printed(separator: "-"), x: x, y: 26.2, size: 2.4, valueSize: 2.8)
    let origin = person.origin.split(separator: ", ", maxSplits: 1)
    card.line("Nguyên quán:", String(origin[0]), x: x, y: 31.8, size: 2.4, valueSize: 2.8)
    card.text(String(origin[1]), x: x, y: 35.4, size: 2.8)
    card.line("Nơi ĐKHK thường trú:", person.residence[0], x: x, y: 41, size: 2.4, valueSize: 2.8)
    card.text(person.residence.dropFirst().joined(separator: ", "), x: x, y: 44.6, size: 2.8)
    portrait(person, on: card)
    return try image(card)
  }

  private static func expiry(_ person: Person) -> String {
    person.expires?.printed() ?? "Không thời hạn"
  }

  private static func portrait(_ person: Person, on card: CardCanvas) {
    card.portrait(
      x: 4, y: 19.5, width: 19.5, height: 26,
      hair: person.sex == .male ? Colour(0.10, 0.09, 0.09) : Colour(0.20, 0.13, 0.10),
      hairLength: person.sex == .male ? 0 : 0.2)
  }

  private static func image(_ card: CardCanvas) throws -> ColourImage {
    ColourImage(
      width: Int(card.canvas.width), height: Int(card.canvas.height), pixels: try card.canvas.pixels())
  }
}
