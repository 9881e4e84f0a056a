import Dossiers
import Media
import Recognition

/// Builds the words of a sheet from lines of text, as a reader would have found them: 12 pixels a letter, 20 high.
struct ReceiptSheet {
  private var words: [TextWord] = []
  private var line = 0

  /// Puts `text` on the sheet with its left edge at `x`.
  mutating func put(_ text: String, x: Int = 100, y: Int, confidence: Double = 1) {
    var left = x
    for word in text.split(separator: " ") {
      let width = 12 * word.count
      words.append(
        TextWord(
          text: String(word), box: Box(x0: left, y0: y, x1: left + width, y1: y + 20), confidence: confidence,
          line: line))
      left += width + 8
    }
    line += 1
  }

  func block(_ source: Field.Source = .textLayer) -> TextBlock {
    TextBlock(frame: ReadingFrame(width: 1654, height: 1166), words: words, source: source)
  }

  func read(_ source: Field.Source = .textLayer, payment: PaymentCode? = nil) -> ReceiptReading {
    ReceiptReader(block(source), page: 1).read(payment: payment)
  }

  /// A whole fee receipt; the amounts can be set against each other.
  static func feeReceipt(
    total: String = "116.000 đồng", words: String = "Một trăm mười sáu nghìn đồng", second: String = "100.000 đ"
  ) -> ReceiptSheet {
    var sheet = ReceiptSheet()
    sheet.put("Tên cơ quan thu: UBND huyện Cẩm Giàng", y: 60)
    sheet.put("Mẫu số: 02BLP2-001", x: 1190, y: 60)
    sheet.put("Mã số thuế: 0800123456", y: 100)
    sheet.put("Ký hiệu: C23TAE", x: 1190, y: 100)
    sheet.put("Số: 9657033", x: 1190, y: 140)
    sheet.put("BIÊN LAI THU TIỀN PHÍ, LỆ PHÍ", x: 500, y: 220)
    sheet.put("Ngày 28 tháng 05 năm 2024", x: 600, y: 260)
    sheet.put("Họ và tên người nộp: Đinh Khánh An", y: 340)
    sheet.put("Địa chỉ: Tổ dân phố 8, Văn Bình, Hải Châu, Đà Nẵng", y: 380)
    sheet.put("Số CCCD: 048198285914", y: 420)
    sheet.put("1. Lệ phí hộ tịch", y: 460)
    sheet.put("16.000 đ", x: 1190, y: 460)
    sheet.put("2. Lệ phí đăng ký kinh doanh hộ cá thể", y: 500)
    sheet.put(second, x: 1190, y: 500)
    sheet.put("Tổng số tiền:", y: 560)
    sheet.put(total, x: 1190, y: 560)
    sheet.put("Số tiền viết bằng chữ: " + words, y: 600)
    sheet.put("Hình thức thanh toán: Chuyển khoản", y: 640)
    return sheet
  }
}
