import Stages
import Workflow

/// What a receipt's QR code says.
enum ReceiptAddress {
  static func text(of receipt: IssuedReceipt, base: String) -> String {
    ReceiptSeal(receipt).text(base: base)
  }
}
