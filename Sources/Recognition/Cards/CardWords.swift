import Foundation

/// Words of names and addresses that everybody spells alike: mends accents that recognition lost.
enum CardWords {
  /// The words of administrative places, in the spelling of addresses.
  private static let places = [
    "Tổ dân phố", "Khu phố", "Tổ", "Khu", "Thôn", "Xóm", "Ấp", "Buôn", "Đội", "Phường", "Xã", "Thị trấn", "Thị xã",
    "Thành phố", "Huyện", "Quận", "Tỉnh", "Đường", "Ngõ", "Ngách", "Hẻm", "Số", "Khối", "Cụm", "Đặc khu",
  ]
  /// Family names, the commoner first (the upper rows are those of some 99 % of the people).
  static let families = [
    "NGUYỄN", "TRẦN", "LÊ", "PHẠM", "HOÀNG", "HUỲNH", "PHAN", "VŨ", "VÕ", "ĐẶNG", "BÙI", "ĐỖ", "HỒ", "NGÔ", "DƯƠNG",
    "LÝ", "ĐINH", "TRỊNH", "TRƯƠNG", "ĐÀO", "MAI", "LÂM", "TÔ", "ĐOÀN", "LƯƠNG", "PHÙNG", "TẠ", "CAO", "HÀ", "CHÂU",
    "TĂNG", "QUÁCH", "TRIỆU", "THÁI", "KIỀU", "LƯU", "VƯƠNG", "TỐNG", "NÔNG", "NGHIÊM", "THẠCH", "DANH", "LA", "LỤC",
    "BẠCH", "CHU", "KHUẤT", "MẠC", "NGỤY", "QUẢN", "QUANG", "THÂN", "TÀO", "VI", "LẠI", "GIANG", "ÔNG", "DOÃN", "CÙ",
    "ĐÀM", "HỨA", "HÀN", "HỎA", "KHỔNG", "LÒ", "LỘC", "MẪN", "MÃ", "NHÂM", "PHÓ", "SẦM", "TIÊU", "TÔN", "VĂN", "VIÊN",
    "ÂU", "BẾ", "CẦM", "GIÁP", "HẦU", "HOA", "LỮ", "MA", "ÔN", "SƠN", "TRÀ", "TRÁC", "UÔNG", "XA", "Y",
    // Rarer, and those of the Tày, Thái, Mông, Dao, Mường and Khmer.
    "ĐIỂU", "GIÀNG", "SÙNG", "THÀO", "VÀNG", "LẦU", "CỨ", "LÙ", "LỪ", "LỀU", "CHẢO", "TẨN", "PHÀN", "BÀN", "CÀ",
    "QUÀNG", "TÒNG", "LƯỜNG", "VÌ", "KIM", "THỊ", "CHAU", "NÉANG", "DIỆP", "MÙA", "HẠNG", "HỜ", "CÁI", "ĐỒNG", "ĐỔNG",
    "KHA", "LONG", "MÔNG", "NGỌC", "PHÍ", "QUAN", "TIẾT", "TỪ", "UNG", "ƯNG", "VÒNG", "PHƯƠNG", "THIỀU", "TRANG",
    "TÀI", "CUNG", "CÔNG", "DƯ", "ĐẬU", "ĐẰNG", "GIAO", "HẮC", "KHƯƠNG", "LẠC", "LỄ", "MẦU", "NHỮ", "NINH", "QUẾ",
    "THẨM", "THƯƠNG", "TƯỞNG", "VỪ", "XÀ", "ĐƯỜNG", "CHỬ", "CHƯƠNG", "NGẠC", "NGHỊ",
  ]
  private static let familiesByLetters = Dictionary(grouping: families) { TextFolding.letters($0) }

  /// The family names with these letters, whatever their accents.
  static func families(of letters: [UInt8]) -> [String] { familiesByLetters[letters] ?? [] }

  /// A house in a street with the accents of the family name that the street is called by: "12 Trân Phú".
  static func street(_ part: String) -> String {
    var words = part.split(separator: " ").map(String.init)
    guard let number = words.lastIndex(where: { $0.contains(where: \.isNumber) }), number + 2 < words.count else {
      return part
    }
    let word = words[number + 1]
    guard !families.contains(word.uppercased()), let family = families(of: TextFolding.letters(word)).first else {
      return part
    }
    words[number + 1] = family.prefix(1) + family.dropFirst().lowercased()
    return words.joined(separator: " ")
  }

  /// An address part with the accents of its first, administrative words.
  static func place(_ part: String) -> String {
    let words = part.split(separator: " ").map(String.init)
    for known in places {
      let wanted = known.split(separator: " ").map(String.init)
      guard words.count > wanted.count || (words.count == wanted.count && wanted.count > 1) else { continue }
      let head = words.prefix(wanted.count)
      guard TextFolding.letters(head.joined()) == TextFolding.letters(known), head.joined(separator: " ") != known
      else {
        continue
      }
      let lowered = head[0].first?.isLowercase == true
      let mended = zip(head, wanted).enumerated().map { index, pair in
        index == 0 && lowered ? pair.1.lowercased() : pair.1
      }
      return (mended + words.dropFirst(wanted.count)).joined(separator: " ")
    }
    return part
  }
}
