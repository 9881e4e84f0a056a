import Foundation

extension String {
  /// In Unicode normalisation form C: how every text that leaves the program is written.
  ///
  /// Swift compares strings by canonical equivalence, so `==` cannot tell whether a text is in NFC; bytes can.
  public var nfc: String { precomposedStringWithCanonicalMapping }

  /// Without diacritics, `đ` as `d`, case kept: `Nguyễn Thị Mẫu` makes `Nguyen Thi Mau`. Other scripts stay.
  public var withoutDiacritics: String {
    var text = ""
    for scalar in decomposedStringWithCanonicalMapping.unicodeScalars {
      switch scalar {
      case "đ": text.unicodeScalars.append("d")
      case "Đ": text.unicodeScalars.append("D")
      default:
        if scalar.properties.generalCategory != .nonspacingMark { text.unicodeScalars.append(scalar) }
      }
    }
    return text
  }

  /// Trimmed, with single spaces, whatever white space stood between the words.
  public var singleSpaced: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
