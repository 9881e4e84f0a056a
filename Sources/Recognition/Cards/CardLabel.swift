/// What a card's label announces.
enum CardItem: String, Sendable, CaseIterable {
  case number, name, birth, sex, nationality, origin, residence, expiry, issue, placeOfBirth
  /// Marks of the body, on backs: read past.
  case features
  /// Headings and signatures: never part of a value.
  case heading
}

/// One printed wording of a label.
struct CardLabel: Sendable {
  let item: CardItem
  /// As `TextFolding.letters` folds it.
  let letters: [UInt8]
  /// The generations that print it; empty where it tells nothing.
  let variants: [CardVariant]
  /// The side that prints it, where that tells something.
  let side: CardSide.Side?
  /// Printed in capitals throughout; other labels are not met by words in capitals.
  let isCapitals: Bool

  init(_ item: CardItem, _ text: String, _ variants: [CardVariant] = [], _ side: CardSide.Side? = nil) {
    self.item = item
    letters = TextFolding.letters(text)
    self.variants = variants
    self.side = side
    isCapitals = item == .heading
  }

  /// How many mistakes of recognition a label may carry: short ones meet names by chance.
  var tolerance: Int {
    letters.count > 14 ? letters.count * 30 / 100 : letters.count * 22 / 100
  }

  /// Letters of the English wording that follows on bilingual cards.
  var englishHalf: Int? {
    switch String(decoding: letters, as: UTF8.self) {
    case "quequan": 13
    case "noithuongtru": 16
    case "noicutru": 16
    case "noidangkykhaisinh": 12
    default: nil
    }
  }

  /// Letters of the Vietnamese wording that stands before an English one.
  var vietnameseHalf: Int? {
    switch String(decoding: letters, as: UTF8.self) {
    case "placeoforigin": 7
    case "placeofresidence": 12
    case "placeofbirth": 17
    default: nil
    }
  }

  static let all: [CardLabel] = [
    CardLabel(.number, "Số định danh cá nhân", [.canCuoc2024], .front),
    CardLabel(.number, "Personal identification number", [.canCuoc2024], .front),
    CardLabel(.number, "Số / No", [.cccd2021], .front), CardLabel(.number, "Số", [], .front),
    CardLabel(.name, "Họ, chữ đệm và tên khai sinh", [.canCuoc2024], .front),
    CardLabel(.name, "Họ và tên", [.cccd2021, .cccd2016], .front),
    CardLabel(.name, "Họ tên", [.cmnd], .front), CardLabel(.name, "Họ và tên khai sinh", [.cmnd], .front),
    CardLabel(.name, "Full name", [.cccd2021, .canCuoc2024], .front),
    CardLabel(.birth, "Ngày, tháng, năm sinh", [.canCuoc2024, .cccd2016], .front),
    CardLabel(.birth, "Ngày sinh", [.cccd2021], .front), CardLabel(.birth, "Sinh ngày", [.cmnd], .front),
    CardLabel(.birth, "Date of birth", [.cccd2021, .canCuoc2024], .front),
    CardLabel(.sex, "Giới tính", [], .front), CardLabel(.sex, "Sex", [.cccd2021, .canCuoc2024], .front),
    CardLabel(.nationality, "Quốc tịch", [], .front),
    CardLabel(.nationality, "Nationality", [.cccd2021, .canCuoc2024], .front),
    CardLabel(.origin, "Quê quán", [.cccd2021, .cccd2016], .front),
    CardLabel(.origin, "Place of origin", [.cccd2021], .front), CardLabel(.origin, "Nguyên quán", [.cmnd], .front),
    CardLabel(.residence, "Nơi thường trú", [.cccd2021, .cccd2016], .front),
    CardLabel(.residence, "Nơi ĐKHK thường trú", [.cmnd], .front),
    CardLabel(.residence, "Nơi đăng ký HKTT", [.cmnd], .front),
    CardLabel(.residence, "Place of residence"), CardLabel(.residence, "Nơi cư trú", [.canCuoc2024], .back),
    CardLabel(.expiry, "Có giá trị đến", [.cccd2021, .cccd2016], .front), CardLabel(.expiry, "Date of expiry"),
    CardLabel(.expiry, "Ngày, tháng, năm hết hạn", [.canCuoc2024], .back),
    CardLabel(.issue, "Ngày, tháng, năm cấp", [.canCuoc2024], .back),
    CardLabel(.issue, "Date of issue", [.canCuoc2024], .back),
    CardLabel(.issue, "Ngày, tháng, năm", [.cccd2021, .cccd2016], .back),
    CardLabel(.issue, "Date, month, year", [.cccd2021], .back),
    CardLabel(.placeOfBirth, "Nơi đăng ký khai sinh", [.canCuoc2024], .back),
    CardLabel(.placeOfBirth, "Place of birth", [.canCuoc2024], .back),
    CardLabel(.features, "Đặc điểm nhận dạng", [.cccd2021, .cccd2016], .back),
    CardLabel(.features, "Personal identification", [.cccd2021], .back),
    CardLabel(.features, "Dân tộc", [.cmnd], .back), CardLabel(.features, "Tôn giáo", [.cmnd], .back),
    CardLabel(.features, "Dấu vết riêng và dị hình", [.cmnd], .back),
    CardLabel(.heading, "Giấy chứng minh nhân dân", [.cmnd], .front),
    CardLabel(.heading, "Căn cước công dân", [], .front),
    CardLabel(.heading, "Citizen identity card", [.cccd2021], .front),
    CardLabel(.heading, "Căn cước", [], .front), CardLabel(.heading, "Identity card", [], .front),
    CardLabel(.heading, "Cộng hòa xã hội chủ nghĩa Việt Nam", [], .front),
    CardLabel(.heading, "Độc lập Tự do Hạnh phúc", [], .front),
    CardLabel(.heading, "Socialist Republic of Viet Nam", [.cccd2021, .canCuoc2024], .front),
    CardLabel(.heading, "Independence Freedom Happiness", [.cccd2021, .canCuoc2024], .front),
    CardLabel(.heading, "Cục trưởng cục cảnh sát", [.cccd2021, .cccd2016], .back),
    CardLabel(.heading, "Quản lý hành chính về trật tự xã hội", [.cccd2021, .cccd2016], .back),
    CardLabel(.heading, "Bộ Công an", [], .back), CardLabel(.heading, "Ministry of Public Security", [], .back),
    CardLabel(.heading, "Ngón trỏ trái", [], .back), CardLabel(.heading, "Ngón trỏ phải", [], .back),
    CardLabel(.heading, "Giám đốc CA", [.cmnd], .back),
  ]

  /// A label that some letters may be a reading of: as much of it as tells that they are not.
  struct Candidate {
    /// In `all`.
    let index: Int
    let counts: LetterCounts
    let tolerance: Int
  }

  /// Candidates by how many letters were read, up to `longestReading`.
  static let candidates: [[Candidate]] = (0...longestReading).map { count in
    all.enumerated().compactMap { index, label in
      abs(label.letters.count - count) > label.tolerance
        ? nil : Candidate(index: index, counts: LetterCounts(label.letters), tolerance: label.tolerance)
    }
  }

  /// Letters of the longest run of words that is held against the labels.
  static let longestReading = 44
}
