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
    let blocks = zip(try document.text(page: page), try document.sheetKinds(page: page)).flatMap { block, kind in
      kind.receiptVariant == nil ? [] : block.receipts(page: page).map { ($0, kind) }
    }
    for (block, kind) in blocks {
      guard let variant = kind.receiptVariant else { continue }
      let isSlip = variant == "transfer-slip"
      let reading =
        isSlip
        ? try slip(block, page, of: document)
        : try receipt(block, page, of: document, payment: Self.payment(payments, on: block, isOnly: blocks.count == 1))
      let picture = block.source == .ocr ? try document.picture(page: page) : nil
      let needed: [FieldName] = isSlip ? [.total, .date] : [.number, .date, .total, .payer]
      add(reading.judged(block, on: picture, page: page, needed: needed), variant, page, to: &result)
    }
  }

  /// Of several sheets on a page each has its own code.
  private static func payment(_ payments: [PaymentCode], on block: TextBlock, isOnly: Bool) -> PaymentCode? {
    if isOnly { return payments.first }
    return payments.first { payment in
      payment.box.map { box in
        block.frame.outline.contains(
          PicturePoint(x: Double(box.x0 + box.x1) / 2, y: Double(box.y0 + box.y1) / 2))
      } ?? false
    }
  }

  private func receipt(
    _ block: TextBlock, _ page: Int, of document: HostedDocument, payment: PaymentCode?
  ) throws -> ReceiptReading {
    var readings = [ReceiptReader(block, page: page).read(payment: payment)]
    func read(_ rendering: SheetRendering) throws {
      let again = try readAgain(block, page, of: document, rendering)
      readings.append(ReceiptReader(again, page: page).read(payment: payment))
    }
    if block.source == .ocr {
      // What lies under a stamp may seem read well: a line's end hides, or letters of the stamp join the value.
      if try document.picture(page: page).hasColouredInk(on: block.frame.outline) { try read(.unstamped) }
      for rendering in SheetRendering.attempts where ReceiptConsensus(readings: readings).reading.isDoubtful {
        try read(rendering)
      }
    }
    let reading = ReceiptConsensus(readings: readings).reading
    guard block.source == .ocr, reading.isIncomplete else { return reading }
    let scattered = try readAgain(block, page, of: document, .scattered)
    return reading.completed(with: ReceiptReader(scattered, page: page).read(payment: payment))
  }

  private func slip(_ block: TextBlock, _ page: Int, of document: HostedDocument) throws -> ReceiptReading {
    let reading = TransferSlipReader(block, page: page).read()
    guard block.source == .ocr, reading.fields[.total] == nil else { return reading }
    // Apps print the sum in a colour of its own, which beside white or black letters passes for background.
    let again = TransferSlipReader(try readAgain(block, page, of: document, .faint), page: page).read()
    return reading.completed(with: again)
  }

  private func readAgain(
    _ block: TextBlock, _ page: Int, of document: HostedDocument, _ rendering: SheetRendering
  ) throws -> TextBlock {
    let reader = PageTextReader(engine: try document.tools.engine(["vie"]))
    let picture = try document.picture(page: page)
    return try reader.readAgain(
      rendering.isWithoutColour ? picture.brightest : picture.grey, at: block.frame, rendering)
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
      // The page that shows the same receipt is no second one: what its issuer wrote in figures stands for both.
      if let index = result.parts.firstIndex(where: { invoice.reading.isShown(on: $0) }) {
        let shown = result.parts[index]
        result.parts[index] = Part(
          kind: .receipt, variant: "e-invoice", pages: shown.pages,
          fields: shown.fields.merging(invoice.reading.fields(onPage: shown.pages.first ?? 1)) { $1 })
        for problem in invoice.reading.problems(besides: shown) { result.add(problem) }
      } else {
        add(invoice.reading, "e-invoice", 1, to: &result)
      }
    }
  }

  private func add(_ reading: ReceiptReading, _ variant: String, _ page: Int, to result: inout StageResult) {
    result.parts.append(Part(kind: .receipt, variant: variant, pages: [page], fields: reading.fields))
    for problem in reading.problems { result.add(problem) }
  }
}
