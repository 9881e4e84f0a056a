/// What a label on a fee receipt, an invoice or a transfer slip announces.
enum ReceiptLabel: PrintedLabel {
  static let spotter = LabelSpotter<ReceiptLabel>()

  case issuer, taxCode, form, symbol, number, date
  case payer, payerID, address
  case item, total, amount, subtotal, tax, amountInWords
  case paymentMethod, other, signature

  /// In lower case without accents, as on the official forms, on printed variants and on e-invoices.
  var spellings: [String] {
    switch self {
    case .issuer:
      [
        "ten co quan thu", "co quan thu", "don vi thu", "ten don vi thu", "ten co quan thu phi le phi",
        "co quan thu phi le phi", "to chuc thu phi le phi", "ten to chuc thu", "don vi thu phi",
        "don vi thu phi le phi", "don vi thu tien", "co quan thu tien", "don vi ban hang", "ten don vi ban hang",
        "ten nguoi ban", "nguoi ban", "don vi ban", "co quan cap", "don vi phat hanh", "noi thu", "don vi",
        "ten don vi thu phi le phi", "co quan thu le phi", "don vi thu huong",
      ]
    case .taxCode: ["ma so thue", "mst", "ma so thue don vi thu", "ms thue"]
    case .form: ["mau so", "mau bien lai", "mau hoa don", "ky hieu mau", "mau so bien lai", "ky hieu mau bien lai"]
    case .symbol: ["ky hieu", "ky hieu bien lai", "ky hieu hoa don", "serial", "so seri", "seri"]
    case .number:
      ["so", "so bien lai", "so hoa don", "bien lai so", "hoa don so", "so phieu", "no", "number", "so chung tu"]
    case .date:
      ["ngay", "ngay lap", "ngay thu", "ngay nop", "ngay lap bien lai", "ngay bien lai", "ngay hoa don", "ngay thang"]
    case .payer:
      [
        "ho va ten nguoi nop", "ho ten nguoi nop", "ho va ten nguoi nop tien", "ho ten nguoi nop tien", "nguoi nop",
        "nguoi nop tien", "ten nguoi nop", "ten nguoi nop tien", "ho va ten", "ho ten", "nguoi nop phi",
        "ten don vi hoac nguoi nop tien", "ten don vi hoac nguoi nop", "don vi hoac nguoi nop tien",
        "nguoi nop phi le phi", "ho ten nguoi mua hang", "ho ten nguoi mua", "nguoi mua hang", "nguoi mua",
        "ten nguoi mua", "khach hang", "ten khach hang", "ho ten khach hang", "to chuc ca nhan nop",
        "ten to chuc ca nhan nop tien", "ten to chuc ca nhan nop phi", "don vi nguoi nop tien", "nguoi nop le phi",
        "ho ten nguoi nop phi le phi", "ho va ten nguoi nop phi le phi", "ten don vi nguoi nop tien",
      ]
    case .payerID:
      [
        "so cccd", "so cmnd", "cccd", "cmnd", "so dinh danh", "so dinh danh ca nhan", "so can cuoc",
        "can cuoc cong dan",
        "so can cuoc cong dan", "so cmnd cccd", "so cccd cmnd", "cmnd cccd", "cccd cmnd", "so giay to",
        "so cccd ho chieu", "cccd ho chieu", "so cmnd cccd ho chieu", "so giay to tuy than", "ma dinh danh",
        "giay to tuy than so", "cccd so", "cmnd so", "can cuoc so", "so can cuoc cccd", "ma so dinh danh", "so cc cccd",
        "can cuoc",
      ]
    case .address:
      ["dia chi", "dia chi nguoi nop", "dia chi nguoi nop tien", "noi cu tru", "noi o", "dia chi thuong tru"]
    case .item:
      [
        "ten loai phi le phi", "loai phi le phi", "noi dung thu", "ly do nop", "ly do thu", "noi dung", "ve khoan",
        "khoan thu", "noi dung nop", "ten phi le phi", "noi dung thu phi", "ly do",
      ]
    case .total:
      [
        "tong so tien", "tong cong", "tong tien", "tong cong tien thanh toan", "tong so tien thanh toan",
        "tong so tien thu", "tong thanh toan", "tong tien thanh toan", "tong so", "tong cong so tien", "so tien thu",
        "so tien nop", "tong so tien nop", "tong cong thanh toan", "cong thanh toan", "tong phi le phi",
        "tong so tien phi le phi", "cong so tien", "tong muc phi", "tong gia tri thanh toan",
      ]
    case .amount: ["so tien", "thanh tien", "cong", "muc phi", "muc thu"]
    case .subtotal: ["cong tien hang", "cong tien hang hoa dich vu", "tong tien hang", "tong tien chua thue"]
    case .tax: ["tien thue gtgt", "thue gtgt", "tien thue", "tong tien thue"]
    case .amountInWords:
      [
        "so tien viet bang chu", "viet bang chu", "bang chu", "so tien bang chu", "tong so tien viet bang chu",
        "so tien thanh toan bang chu", "so tien bang chu la", "tong so tien bang chu", "thanh tien bang chu",
        "ghi bang chu", "so tien ghi bang chu", "tong cong bang chu",
      ]
    case .paymentMethod: ["hinh thuc thanh toan", "phuong thuc thanh toan", "httt", "hinh thuc nop"]
    case .other:
      [
        "dien thoai", "so dien thoai", "email", "so tai khoan", "tai khoan", "ngan hang", "tai ngan hang", "website",
        "ma tra cuu", "ma ho so", "so ho so", "fax", "kem theo", "quyen so", "thue suat", "thue suat gtgt", "lien",
        "ten don vi", "ghi chu", "quoc tich", "ngay sinh", "tra cuu tai", "ma cqt", "ma giao dich", "bo phan",
        "ma don vi co quan he voi ngan sach", "ma qhns", "ma chuong", "tieu muc", "loai tien",
      ]
    case .signature:
      [
        "nguoi thu tien", "nguoi lap phieu", "thu quy", "nguoi lap", "ke toan truong", "thu truong don vi",
        "nguoi viet bien lai", "nguoi thu", "can bo thu", "nguoi ban hang", "ky ghi ro ho ten", "nguoi lap bien lai",
        "nguoi thu phi", "can bo thu phi",
      ]
    }
  }

  static let needsColon: Set<String> = [
    "don vi", "nguoi ban", "nguoi mua", "noi o", "ly do", "noi dung", "lien", "cong",
  ]

  func isDisproved(by next: String) -> Bool {
    switch self {
    case .number: next.filter(\.isASCIIDigit).count < 5
    case .date: true
    default: false
    }
  }
}
