public import Dossiers
import Media
public import Pipeline
import Recognition

/// Makes the fields of fee receipts, e-invoices and transfer slips.
public struct ExtractReceipt: ContainedStage {
  public static let name = "extract-receipt"
  private let certainty: Certainty

  public init(settings: [String: JSONValue]) throws {
    certainty = Certainty(settings: settings)
  }

  public func run(on document: HostedDocument, pages: [Int], progress: (Int) -> Void) throws -> StageResult {
    var result = StageResult()
    for page in pages {
      progress(page)
      do {
        try read(page, of: document, into: &result)
      } catch let refusal as MediaRefusal {
        result.add(refusal)
      }
    }
    do {
      try readInvoices(of: document, into: &result)
    } catch {
      result.add(error)
    }
    certainty.flag(&result)
    document.parts += result.parts
    return result
  }

  private func read(_ page: Int, of document: HostedDocument, into result: inout StageResult) throws {
    let payments = (document.barcodes[page] ?? []).compactMap { code in
      code.text.flatMap { try? VietQR($0) }.map { PaymentCode(code: $0, box: code.corners.box) }
    }
    for block in try document.text(page: page) {
      guard let variant = PageClassifier.receiptVariant(of: block, page: page) else { continue }
      if variant == "transfer-slip" {
        add(TransferSlipReader(block, page: page).read(), variant, page, to: &result)
        continue
      }
      var readings = [ReceiptReader(block, page: page).read(payment: payments.first)]
      for rendering in SheetRendering.attempts
      where block.source == .ocr && ReceiptConsensus(readings: readings).reading.isDoubtful {
        let reader = PageTextReader(engine: try document.tools.engine(["vie"]))
        let again = try reader.readAgain(try document.picture(page: page).grey, at: block.frame, rendering)
        readings.append(ReceiptReader(again, page: page).read(payment: payments.first))
      }
      let reading = ReceiptConsensus(readings: readings).reading
      let picture = block.source == .ocr ? try document.picture(page: page) : nil
      add(reading.judged(block, on: picture, page: page), variant, page, to: &result)
    }
  }

  /// The file itself, or files attached to a PDF.
  private func readInvoices(of document: HostedDocument, into result: inout StageResult) throws(MediaRefusal) {
    let media = try document.media
    let files: [[UInt8]] =
      switch media {
      case let xml as XMLDocument: [xml.bytes]
      case let pdf as PDFDocument: pdf.attachments(withSuffix: ".xml", atMost: 16 << 20)
      default: []
      }
    for invoice in files.lazy.compactMap(ElectronicInvoice.init(xml:)) {
      add(invoice.reading, "e-invoice", 1, to: &result)
    }
  }

  private func add(_ reading: ReceiptReading, _ variant: String, _ page: Int, to result: inout StageResult) {
    result.parts.append(Part(kind: .receipt, variant: variant, pages: [page], fields: reading.fields))
    for problem in reading.problems { result.add(problem) }
  }
}
