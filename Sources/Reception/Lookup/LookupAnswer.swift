public import Dossiers

/// What whoever asks about a dossier is told.
public struct LookupAnswer: Sendable, Encodable {
  public enum Receipt: String, Sendable, Encodable {
    case genuine, forged
  }

  /// Where the dossier stands, in a citizen's words.
  public struct Standing: Sendable, Encodable {
    public let code: String
    public let state: String
    public let status: BilingualText
    public let nextStep: BilingualText
    /// `09:15 04/08/2026`.
    public let receivedAt: String
    public let dueAt: String?
  }

  /// nil where no receipt was shown.
  public let receipt: Receipt?
  public let standing: Standing?
  /// The answer in a sentence.
  public let finding: BilingualText

  public var isGood: Bool { standing != nil }

  init(receipt: Receipt?, standing: Standing?) {
    self.receipt = receipt
    self.standing = standing
    finding =
      switch receipt {
      case .genuine?:
        BilingualText(
          vi: "Giấy tiếp nhận là thật: chữ ký đúng với hồ sơ đã nộp.",
          en: "The receipt is genuine: its signature fits what was handed in.")
      case .forged?:
        BilingualText(
          vi: "Giấy tiếp nhận này không hợp lệ: chữ ký không khớp. Vui lòng liên hệ Bộ phận Tiếp nhận và Trả kết quả.",
          en: "This receipt is not valid: its signature does not fit. Please ask at the counter.")
      case nil: BilingualText(vi: "Đã tìm thấy hồ sơ.", en: "The dossier was found.")
      }
  }

  private init(finding: BilingualText) {
    receipt = nil
    standing = nil
    self.finding = finding
  }

  static let unknown = LookupAnswer(
    finding: BilingualText(
      vi: "Không tìm thấy hồ sơ nào có mã này. Vui lòng kiểm tra lại mã trên giấy tiếp nhận.",
      en: "There is no dossier with this code. Please check the code on the receipt."))

  static let notACode = LookupAnswer(
    finding: BilingualText(
      vi: "Đây không phải là mã hồ sơ. Mã hồ sơ có dạng H26.1-261122-0001.",
      en: "This is no dossier code. A code looks like H26.1-261122-0001."))

  static let noReceiptCode = LookupAnswer(
    finding: BilingualText(
      vi: "Không đọc được mã QR của giấy tiếp nhận trong ảnh. Vui lòng chụp lại rõ nét, đủ sáng, thấy trọn mã QR.",
      en: "No receipt's QR code could be read in the picture. Please take it again: sharp, well lit, the whole code."))
}
