/// The text of a bank transfer's QR: EMVCo merchant-presented, as NAPAS profiles it.
enum VietQR {
  static func text(bank: String, account: String, amount: Int64, purpose: String) -> String {
    let beneficiary = field("00", bank) + field("01", account)
    let body =
      field("00", "01") + field("01", "12")
      + field("38", field("00", "A000000727") + field("01", beneficiary) + field("02", "QRIBFTTA"))
      + field("53", "704") + field("54", "\(amount)") + field("58", "VN") + field("62", field("08", purpose)) + "6304"
    return body + checksum(body)
  }

  private static func field(_ id: String, _ value: String) -> String {
    "\(id)\(value.utf8.count < 10 ? "0" : "")\(value.utf8.count)\(value)"
  }

  /// CRC-16/CCITT-FALSE over everything up to and including its own id and length.
  static func checksum(_ text: String) -> String {
    var register: UInt16 = 0xFFFF
    for byte in text.utf8 {
      register ^= UInt16(byte) << 8
      for _ in 0..<8 { register = register & 0x8000 != 0 ? register << 1 ^ 0x1021 : register << 1 }
    }
    let digits = String(register, radix: 16, uppercase: true)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }
}
