public import Dossiers
import Media
public import Pipeline
import Recognition

/// Makes the fields of fee receipts, e-invoices and transfer slips.
public struct ExtractReceipt: ContainedStage {
  public static let name = "extract-receipt"

  public init(settings: [String: JSONValue]) throws {}

  public func run(on document: HostedDocument, pages: [Int], progress: (Int) -> Void) throws -> StageResult {
    var result = StageResult()
    for page in pages {
      progress(page)
      do {
        let payments = (document.barcodes[page] ?? []).compactMap { code in
          code.text.flatMap { try? VietQR($0) }.map { PaymentCode(code: $0, box: code.corners.box) }
        }
        for block in try document.text(page: page) {
          guard let variant = PageClassifier.receiptVariant(of: block, page: page) else { continue }
          let reading =
            variant == "transfer-slip"
            ? TransferSlipReader(block, page: page).read()
            : ReceiptReader(block, page: page).read(payment: payments.first)
          result.parts.append(Part(kind: .receipt, variant: variant, pages: [page], fields: reading.fields))
          reading.problems.forEach { result.add($0) }
        }
      } catch {
        result.add(error)
      }
    }
    return result
  }
}
