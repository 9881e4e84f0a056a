import Dossiers
import Recognition
import Testing

@Suite("Names of places") struct PlaceNameTests {
  private func address(_ text: String, confidence: Double) -> JSONValue? {
    var sheet = ReceiptSheet()
    sheet.put("BIÊN LAI THU TIỀN PHÍ, LỆ PHÍ", x: 500, y: 220)
    sheet.put("Họ và tên người nộp: Đinh Khánh An", y: 340)
    sheet.put("Địa chỉ: " + text, y: 380, confidence: confidence)
    return sheet.read(.ocr).fields[.payerAddress]?.value
  }

  @Test(
    "a misread place becomes the one that is near it, whatever stands before it",
    arguments: [
      ("Tổ 4, Hòa Cưỡng Bắc, Hải Chắu, Đà Nẵng", "Tổ 4, Hòa Cường Bắc, Hải Châu, Đà Nẵng"),
      ("Số 9, xã Ng†ĩa Lộ, huyện Thường Tìn, Hà Nội", "Số 9, xã Nghĩa Lộ, huyện Thường Tín, Hà Nội"),
      ("Ấp Cái Nai, Ea Heo, Biện Hòa, Đồng Nai", "Ấp Cái Nai, Ea H'leo, Biên Hòa, Đồng Nai"),
    ])
  func misread(text: String, mended: String) {
    #expect(address(text, confidence: 0.6) == .string(mended))
  }

  @Test("a name that was read clearly stays, though no list has it, and so do streets and hamlets")
  func unknown() {
    let clear = "Số 12 Nguyễn Trãi, Tân Tiên, Mỹ Lạcc, Hà Nội"
    #expect(address(clear, confidence: 0.97) == .string(clear))
    let street = "Xóm Mới Tiến, Tân Tiến, Biên Hòa, Đồng Nai"
    #expect(address(street, confidence: 0.6) == .string(street))
  }

  @Test("both ways to put a tone mark, and both spellings with D and Đ, are right")
  func spellings() {
    for text in ["Số 3, Hoà Cường Bắc, Hải Châu, Đà Nẵng", "Số 3, Dliê Ya, Krông Năng, Đắk Lắk"] {
      #expect(address(text, confidence: 0.6) == .string(text))
    }
  }

  @Test(
    "rows of an address are joined within a name and parted between two",
    arguments: [
      ("Thôn 2, Phú Thành, Lạc", "Thủy, Hòa Bình", false), ("Xóm 25, Quang Diệm, Kinh Môn, Bắc", "Ninh", false),
      ("Tổ 20, Thị trấn Phù Yên, Huyện", "Phù Yên, Tỉnh Sơn La", false),
      ("Khu phố 21, Cao Minh, Thanh Hóa", "Cà Mau", true), ("Tổ 4", "Hải Châu, Đà Nẵng", true),
      ("27 ngõ 9 Lạc Long Quân", "Liên Nghĩa, Đồng Nai", true), ("Tổ 1, Yên Nghĩa, Thành phố", "Hà Nội", false),
      ("Số 3 Phố Lạ", "Đầu Lạ, Hà Nội", nil),
    ] as [(String, String, Bool?)])
  func rows(upper: String, lower: String, isBreak: Bool?) {
    let words = { (text: String) in text.split(separator: " ").map(String.init) }
    #expect(PlaceNames.isBreak(after: words(upper), before: words(lower)) == isBreak)
  }

  @Test(
    "places that a lost comma ran together come apart, streets do not",
    arguments: [
      (["Công Chính Ea Kar", "Quảng Ngãi"], ["Công Chính", "Ea Kar", "Quảng Ngãi"]),
      (["Số 11 Hai Bà Trưng Phương Thịnh", "Đồng Tháp"], ["Số 11 Hai Bà Trưng", "Phương Thịnh", "Đồng Tháp"]),
      (["Số 12 Nguyễn Trãi", "Yên Trung", "Hà Nội"], ["Số 12 Nguyễn Trãi", "Yên Trung", "Hà Nội"]),
    ])
  func parted(read: [String], parts: [String]) {
    #expect(PlaceNames.parted(read) == parts)
  }

  @Test("names given in the merger of 2025 are known, and so are the older ones")
  func merger() {
    for name in ["Tùng Thiện", "xã Ô Diên", "Dliê Ya", "Huyện Thường Tín", "Đắk Lắk"] {
      #expect(PlaceNames.isKnown(name))
    }
    #expect(!PlaceNames.isKnown("Mỹ Lạcc"))
  }
}
