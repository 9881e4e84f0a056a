import Recognition
import Testing

@Suite("VietQR")
struct VietQRTests {
  /// Appends tag 63 with its checksum.
  private static func sealed(_ body: String) -> String {
    let covered = body + "6304"
    let digits = String(CyclicRedundancyCheck.ccittFalse(Array(covered.utf8)), radix: 16, uppercase: true)
    return covered + String(repeating: "0", count: 4 - digits.count) + digits
  }

  private static let account = "38570010A00000072701270006970415011300110019324180208QRIBFTTA"

  @Test("CRC-16/CCITT-FALSE of 123456789 is 29B1, as its catalogue says")
  func checksum() {
    #expect(CyclicRedundancyCheck.ccittFalse(Array("123456789".utf8)) == 0x29B1)
  }

  @Test("bank, account, amount and purpose are read")
  func reads() throws {
    let code = try VietQR(Self.sealed("000201010212\(Self.account)53037045406120000" + "5802VN62120808phi hoso"))
    #expect(code.bankBIN == "970415")
    #expect(code.account == "0011001932418")
    #expect(code.amount == 120_000)
    #expect(code.purpose == "phi hoso")
    #expect(code.isDynamic)
  }

  @Test("decimals that are zero are no amount of their own")
  func decimals() throws {
    #expect(try VietQR(Self.sealed("000201010212\(Self.account)53037045409120000.00" + "5802VN")).amount == 120_000)
  }

  @Test("one changed digit is refused by the checksum")
  func tampering() throws {
    let payload = Self.sealed("000201010212\(Self.account)53037045406120000" + "5802VN")
    #expect(throws: VietQRError.checksumDisagrees) {
      try VietQR(payload.replacing("5406120000", with: "5406920000"))
    }
  }

  @Test(
    "payloads that break the structure are refused",
    arguments: [
      "", "0002", "00020101", "http://example.vn", "000201010212\(account)5303704" + "54996304ABCD",
    ])
  func malformed(payload: String) {
    #expect(throws: VietQRError.self) { try VietQR(payload) }
  }

  @Test("another scheme's account, currency or a repeated tag is no VietQR")
  func foreign() {
    #expect(throws: VietQRError.notVietQR) { try VietQR(Self.sealed("000201010212\(Self.account)53038405802US")) }
    #expect(throws: VietQRError.notVietQR) { try VietQR(Self.sealed("0002010102125303704" + "5802VN")) }
    #expect(throws: VietQRError.fieldRepeated) {
      try VietQR(Self.sealed("000201010212\(Self.account)5303704" + "5303704" + "5802VN"))
    }
  }
}
