/// Sums in Vietnamese đồng, as forms print them. Money is whole: there is nothing below one đồng.
public enum Dong {
  /// `1.350.000 đồng`
  public static func figures(_ amount: Int64) -> String { grouped(amount) + " đồng" }

  /// `1.350.000`
  public static func grouped(_ amount: Int64) -> String {
    var text = ""
    for (index, digit) in String(amount.magnitude).reversed().enumerated() {
      if index > 0, index % 3 == 0 { text.append(".") }
      text.append(digit)
    }
    return (amount < 0 ? "-" : "") + String(text.reversed())
  }

  /// `Một triệu ba trăm năm mươi nghìn đồng`
  public static func words(_ amount: Int64) -> String {
    let text = (amount < 0 ? "âm " : "") + spelled(amount.magnitude) + " đồng"
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  private static let digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]

  private static func spelled(_ number: UInt64) -> String {
    number == 0 ? digits[0] : groups(number, isLeading: true).joined(separator: " ")
  }

  /// Vietnamese counts in thousands up to tỷ (10⁹), and then in tỷ again: 10¹² is a thousand tỷ.
  private static func groups(_ number: UInt64, isLeading: Bool) -> [String] {
    var words: [String] = []
    var isLeading = isLeading
    if number >= 1_000_000_000 {
      words = groups(number / 1_000_000_000, isLeading: isLeading) + ["tỷ"]
      isLeading = false
    }
    let rest = Int(number % 1_000_000_000)
    for (unit, group) in [("triệu", rest / 1_000_000), ("nghìn", rest / 1000 % 1000), ("", rest % 1000)]
    where group > 0 {
      words += belowThousand(group, isLeading: isLeading)
      if !unit.isEmpty { words.append(unit) }
      isLeading = false
    }
    return words
  }

  /// After a higher group the hundreds are always said: `một triệu không trăm linh năm nghìn`.
  private static func belowThousand(_ number: Int, isLeading: Bool) -> [String] {
    let (hundreds, tens, ones) = (number / 100, number / 10 % 10, number % 10)
    var words: [String] = []
    let saysHundreds = hundreds > 0 || !isLeading
    if saysHundreds { words += [digits[hundreds], "trăm"] }
    switch tens {
    case 0 where ones > 0 && saysHundreds: words.append("linh")
    case 0: break
    case 1: words.append("mười")
    default: words += [digits[tens], "mươi"]
    }
    switch ones {
    case 0: break
    case 1 where tens > 1: words.append("mốt")
    case 4 where tens > 1: words.append("tư")
    case 5 where tens > 0: words.append("lăm")
    default: words.append(digits[ones])
    }
    return words
  }
}
