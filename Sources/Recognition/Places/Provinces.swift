import Foundation

/// The provinces of Vietnam as cards name them: those before the merger of 2025, and with them those after it.
public enum Provinces {
  /// Codes of the personal number (Circular 59/2021/TT-BCA, appendix) with their provinces.
  static let table: [(code: String, name: String)] = [
    ("001", "Hà Nội"), ("002", "Hà Giang"), ("004", "Cao Bằng"), ("006", "Bắc Kạn"), ("008", "Tuyên Quang"),
    ("010", "Lào Cai"), ("011", "Điện Biên"), ("012", "Lai Châu"), ("014", "Sơn La"), ("015", "Yên Bái"),
    ("017", "Hòa Bình"), ("019", "Thái Nguyên"), ("020", "Lạng Sơn"), ("022", "Quảng Ninh"), ("024", "Bắc Giang"),
    ("025", "Phú Thọ"), ("026", "Vĩnh Phúc"), ("027", "Bắc Ninh"), ("030", "Hải Dương"), ("031", "Hải Phòng"),
    ("033", "Hưng Yên"), ("034", "Thái Bình"), ("035", "Hà Nam"), ("036", "Nam Định"), ("037", "Ninh Bình"),
    ("038", "Thanh Hóa"), ("040", "Nghệ An"), ("042", "Hà Tĩnh"), ("044", "Quảng Bình"), ("045", "Quảng Trị"),
    ("046", "Thừa Thiên Huế"), ("048", "Đà Nẵng"), ("049", "Quảng Nam"), ("051", "Quảng Ngãi"), ("052", "Bình Định"),
    ("054", "Phú Yên"), ("056", "Khánh Hòa"), ("058", "Ninh Thuận"), ("060", "Bình Thuận"), ("062", "Kon Tum"),
    ("064", "Gia Lai"), ("066", "Đắk Lắk"), ("067", "Đắk Nông"), ("068", "Lâm Đồng"), ("070", "Bình Phước"),
    ("072", "Tây Ninh"), ("074", "Bình Dương"), ("075", "Đồng Nai"), ("077", "Bà Rịa - Vũng Tàu"),
    ("079", "Hồ Chí Minh"), ("080", "Long An"), ("082", "Tiền Giang"), ("083", "Bến Tre"), ("084", "Trà Vinh"),
    ("086", "Vĩnh Long"), ("087", "Đồng Tháp"), ("089", "An Giang"), ("091", "Kiên Giang"), ("092", "Cần Thơ"),
    ("093", "Hậu Giang"), ("094", "Sóc Trăng"), ("095", "Bạc Liêu"), ("096", "Cà Mau"),
  ]

  static let codes = Set(table.map(\.code))
  /// "Huế" is the city's name since 2025.
  static let names = table.map(\.name) + ["Huế"]
  private static let folded = names.map { (name: $0, letters: TextFolding.letters($0)) }
  /// What may stand before a province's name.
  private static let prefixes = ["Thành phố ", "Tỉnh ", "TP. ", "TP.", "TP ", "T. "]

  /// True for a province's name as it is spelt, whatever stands after it as punctuation.
  static func isName(_ text: String) -> Bool {
    let text = text.trimmingCharacters(in: .whitespaces.union(.punctuationCharacters))
    return names.contains(text) || snap(text)?.exact == true
  }

  /// True where `text` is a province's name, or near one and no other place's.
  static func isMeant(by text: String) -> Bool {
    guard let found = snap(text) else { return false }
    return found.exact || !PlaceNames.isListed(text)
  }

  /// The province that `text` means, mistakes of recognition allowed for, and whether it was spelt exactly so; nil
  /// where none is near enough, or two are as near.
  static func snap(_ text: String) -> (name: String, exact: Bool)? {
    let trimmed = text.trimmingCharacters(in: .whitespaces)
    if names.contains(trimmed) { return (trimmed, true) }
    for prefix in prefixes where trimmed.lowercased().hasPrefix(prefix.lowercased()) {
      let rest = String(trimmed.dropFirst(prefix.count))
      return snap(rest).map { (String(trimmed.prefix(prefix.count)) + $0.name, $0.exact) }
    }
    let letters = TextFolding.letters(trimmed)
    guard letters.count >= 4 else { return nil }
    let limit = max(1, letters.count / 4)
    var best: (name: String, distance: Int)?
    var tied = false
    for candidate in folded {
      guard let distance = EditDistance.between(candidate.letters, letters, atMost: limit) else { continue }
      if let found = best, found.distance <= distance {
        tied = tied || found.distance == distance
      } else {
        best = (candidate.name, distance)
        tied = false
      }
    }
    guard let best, !tied || best.distance == 0 else { return nil }
    return (best.name, false)
  }
}
