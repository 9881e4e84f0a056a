import Foundation

/// Words of names and addresses that everybody spells alike: mends accents that recognition lost.
enum CardWords {
  /// The words of administrative places, in the spelling of addresses.
  private static let places = [
    "Tổ dân phố", "Khu phố", "Tổ", "Khu", "Thôn", "Xóm", "Ấp", "Buôn", "Đội", "Phường", "Xã", "Thị trấn", "Thị xã",
    "Thành phố", "Huyện", "Quận", "Tỉnh", "Đường", "Ngõ", "Ngách", "Hẻm", "Số", "Khối", "Cụm", "Đặc khu",
  ]
  /// Family names by frequency (some 99 % of the people).
  private static let families = [
    "NGUYỄN", "TRẦN", "LÊ", "PHẠM", "HOÀNG", "HUỲNH", "PHAN", "VŨ", "VÕ", "ĐẶNG", "BÙI", "ĐỖ", "HỒ", "NGÔ", "DƯƠNG",
    "LÝ", "ĐINH", "TRỊNH", "TRƯƠNG", "ĐÀO", "MAI", "LÂM", "TÔ", "ĐOÀN", "LƯƠNG", "PHÙNG", "TẠ", "CAO", "HÀ", "CHÂU",
    "TĂNG", "QUÁCH", "TRIỆU", "THÁI", "KIỀU", "LƯU", "VƯƠNG", "TỐNG", "NÔNG", "NGHIÊM", "THẠCH", "DANH", "LA", "LỤC",
    "BẠCH", "CHU", "KHUẤT", "MẠC", "NGỤY", "QUẢN", "QUANG", "THÂN", "TÀO", "VI", "LẠI", "GIANG", "ÔNG", "DOÃN", "CÙ",
    "ĐÀM", "HỨA", "HÀN", "HỎA", "KHỔNG", "LÒ", "LỘC", "MẪN", "MÃ", "NHÂM", "PHÓ", "SẦM", "TIÊU", "TÔN", "VĂN", "VIÊN",
    "ÂU", "BẾ", "CẦM", "GIÁP", "HẦU", "HOA", "LỮ", "MA", "ÔN", "SƠN", "TRÀ", "TRÁC", "UÔNG", "XA", "Y",
  ]
  private static let familiesByLetters = Dictionary(grouping: families) { TextFolding.letters($0) }

  /// The family name with its accents, where only one has these letters.
  static func family(_ word: String) -> String {
    if families.contains(word) { return word }
    guard let known = familiesByLetters[TextFolding.letters(word)], known.count == 1 else { return word }
    return known[0]
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
