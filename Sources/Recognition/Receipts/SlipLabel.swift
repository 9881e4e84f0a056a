/// What a label on a bank's transfer slip announces.
enum SlipLabel: PrintedLabel {
  static let spotter = LabelSpotter<SlipLabel>()

  case amount, time, sender, senderAccount, beneficiary, account, bank, content, code, status, other

  var spellings: [String] {
    switch self {
    case .amount:
      [
        "so tien", "so tien giao dich", "so tien chuyen", "gia tri giao dich", "so tien chuyen khoan", "amount",
        "so tien bang so",
      ]
    case .time:
      [
        "thoi gian", "thoi gian giao dich", "ngay giao dich", "thoi gian chuyen", "ngay gio giao dich",
        "thoi gian thuc hien", "ngay thuc hien", "ngay chuyen", "transaction time",
      ]
    case .sender:
      [
        "nguoi chuyen", "ten nguoi chuyen", "tu", "nguoi gui", "chu tai khoan nguon", "ten tai khoan nguon",
        "nguoi tra tien", "ten nguoi tra tien", "don vi tra tien", "ten don vi tra tien", "chu tai khoan trich no",
        "ten nguoi chuyen tien", "nguoi chuyen tien",
      ]
    case .senderAccount: ["tai khoan nguon", "tu tai khoan", "tai khoan chuyen", "tai khoan gui", "tai khoan trich no"]
    case .beneficiary:
      [
        "nguoi nhan", "ten nguoi nhan", "nguoi thu huong", "ten nguoi thu huong", "den", "chuyen den", "ten thu huong",
        "toi", "don vi thu huong", "ten don vi thu huong",
      ]
    case .account:
      [
        "tai khoan nhan", "tai khoan thu huong", "so tai khoan", "so tai khoan nhan", "so tai khoan thu huong",
        "den tai khoan", "tai khoan dich", "stk", "so tai khoan nguoi nhan", "tai khoan", "tai khoan nguoi nhan",
      ]
    case .bank: ["ngan hang", "ngan hang nhan", "ngan hang thu huong", "ten ngan hang", "tai ngan hang"]
    case .content:
      [
        "noi dung", "noi dung chuyen tien", "noi dung chuyen khoan", "noi dung giao dich", "loi nhan", "dien giai",
        "noi dung ck", "noi dung thanh toan", "noi dung chuyen", "ly do chuyen tien",
      ]
    case .code:
      [
        "ma giao dich", "so giao dich", "ma tham chieu", "so tham chieu", "ma gd", "so lenh giao dich",
        "ma so giao dich",
        "transaction id", "trace", "so but toan", "so ref", "ma tra soat", "so",
      ]
    case .status: ["trang thai", "trang thai giao dich", "ket qua", "tinh trang"]
    case .other:
      [
        "phi", "phi giao dich", "phi chuyen tien", "loai giao dich", "hinh thuc chuyen", "hinh thuc", "kenh giao dich",
        "cach thuc chuyen tien", "phi chuyen khoan", "so du", "so tien bang chu", "so tien viet bang chu", "bang chu",
      ]
    }
  }

  static let needsColon: Set<String> = ["tu", "den", "toi", "phi", "ket qua", "trace", "so"]

  func isDisproved(by next: String) -> Bool { false }
}
