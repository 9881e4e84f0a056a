/// A VietQR payment code: EMVCo merchant-presented mode with NAPAS's account information in tag 38.
///
/// Only a payload whose CRC agrees becomes a value of this type.
public struct VietQR: Sendable, Hashable {
  /// The payload as it stands in the code.
  public let payload: String
  /// The payer's app must not change the amount (tag 01 = 12).
  public let isDynamic: Bool
  /// Six digits naming the bank.
  public let bankBIN: String
  public let account: String
  /// `QRIBFTTA` to an account, `QRIBFTTC` to a card.
  public let service: String?
  /// In dong; nil where the payer is to enter it.
  public let amount: Int64?
  /// What the transfer is for (tag 62-08).
  public let purpose: String?

  /// Parses `payload` strictly: every length fits, the CRC is last and agrees, country and currency are Vietnam's.
  public init(_ payload: String) throws(VietQRError) {
    let bytes = Array(payload.utf8)
    let fields = try EMVField.parse(bytes[...])
    guard let checksum = fields.last, checksum.tag == 63, checksum.value.count == 4 else { throw .checksumMissing }
    let expected = CyclicRedundancyCheck.ccittFalse(bytes.dropLast(4))
    guard UInt16(checksum.text, radix: 16) == expected else { throw .checksumDisagrees }
    guard fields.first?.tag == 0, fields.first?.text == "01" else { throw .notVietQR }
    guard Set(fields.map(\.tag)).count == fields.count else { throw .fieldRepeated }

    func text(_ tag: Int, in list: [EMVField]) -> String? { list.first { $0.tag == tag }?.text }
    guard let account = fields.first(where: { $0.tag == 38 }) else { throw .notVietQR }
    let provider = try EMVField.parse(account.value)
    guard text(0, in: provider) == "A000000727", let beneficiary = provider.first(where: { $0.tag == 1 }) else {
      throw .notVietQR
    }
    let parts = try EMVField.parse(beneficiary.value)
    guard let bank = text(0, in: parts), bank.count == 6, bank.allSatisfy(\.isASCIIDigit),
      let number = text(1, in: parts), !number.isEmpty
    else { throw .notVietQR }
    guard text(53, in: fields) ?? "704" == "704", text(58, in: fields) ?? "VN" == "VN" else { throw .notVietQR }

    self.payload = payload
    isDynamic = text(1, in: fields) == "12"
    bankBIN = bank
    self.account = number
    service = text(2, in: provider)
    amount = try text(54, in: fields).map { text throws(VietQRError) in try Self.amount(text) }
    purpose =
      if let additional = fields.first(where: { $0.tag == 62 }) {
        text(8, in: try EMVField.parse(additional.value))
      } else { nil }
  }

  /// EMVCo allows decimals; the dong has none, so only zeros may follow the point.
  private static func amount(_ text: String) throws(VietQRError) -> Int64 {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard text.count <= 13, let whole = parts.first, !whole.isEmpty, whole.allSatisfy(\.isASCIIDigit),
      let value = Int64(whole), parts.count == 1 || parts[1].allSatisfy({ $0 == "0" })
    else { throw .amountMalformed }
    return value
  }
}

/// What is wrong with a payload that should be VietQR.
public enum VietQRError: Error, Sendable, Hashable {
  case lengthMalformed, checksumMissing, checksumDisagrees, fieldRepeated, amountMalformed, notVietQR
}

/// One tag-length-value element: two digits of tag, two digits of length in bytes, the value.
private struct EMVField {
  let tag: Int
  let value: ArraySlice<UInt8>

  var text: String { String(decoding: value, as: UTF8.self) }

  static func parse(_ bytes: ArraySlice<UInt8>) throws(VietQRError) -> [EMVField] {
    var fields: [EMVField] = []
    var rest = bytes
    while !rest.isEmpty {
      guard rest.count >= 4, let tag = twoDigits(rest.prefix(2)), let length = twoDigits(rest.dropFirst(2).prefix(2)),
        rest.count >= 4 + length
      else { throw .lengthMalformed }
      let value = rest.dropFirst(4).prefix(length)
      fields.append(EMVField(tag: tag, value: value))
      rest = rest.dropFirst(4 + length)
    }
    return fields
  }

  private static func twoDigits(_ bytes: ArraySlice<UInt8>) -> Int? {
    bytes.allSatisfy { (0x30...0x39).contains($0) } ? Int(String(decoding: bytes, as: UTF8.self)) : nil
  }
}
