/// Money as it is printed in Vietnamese.
enum Dong {
  /// `15.000 đồng`; `Không thu` for nothing.
  static func printed(_ amount: Int64) -> String {
    if amount == 0 { return "Không thu" }
    let digits = Array(String(amount.magnitude))
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { grouped.append(".") }
      grouped.append(digit)
    }
    return "\(amount < 0 ? "-" : "")\(grouped) đồng"
  }
}
