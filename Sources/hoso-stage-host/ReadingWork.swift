import ContainedStages
import Containment
import Dossiers
import Files
import Forms
import FoundationEssentials
import Glibc
import Media
import Pipeline
import Recognition
import Stages

/// The stages that look at a sender's bytes, on one document at a time, and the typesetting of receipts.
final class ReadingWork: HostedWork {
  private let tools = ReadingTools()
  private var document: HostedDocument?
  private var descriptor: Int32 = -1

  deinit {
    close()
  }

  func warm() throws {
    try FormPrinter.prepare()
    // The languages of the default pipeline. Others are loaded when a stage asks: tessdata may be read from inside.
    try tools.warm()
  }

  func open(_ opening: HostOpening, descriptor: Int32, outputs: [JSONValue]) throws {
    close()
    self.descriptor = descriptor
    let document = HostedDocument(name: opening.name, tools: tools) { budget throws(MediaRefusal) in
      try MediaOpener.open(
        descriptor: descriptor, name: opening.name, budget: budget, isStored: opening.isStored)
    }
    for (earlier, output) in zip(opening.earlier, outputs) {
      try document.restore(stage: earlier.uses, output: output)
    }
    self.document = document
  }

  func run(_ run: HostRun, product: OwnedDescriptor?, progress: (Int) -> Void) throws -> StageResult {
    let document = try openDocument
    let stage = try stage(run)
    document.product = product
    defer { document.product = nil }
    return try stage.run(on: document, pages: run.pages, progress: progress)
  }

  func learn(uses: String, output: JSONValue) throws {
    try openDocument.restore(stage: uses, output: output)
  }

  func gather(_ run: HostRun) throws -> [UInt8] {
    guard let stage = try stage(run) as? any PageStage else {
      throw HostComplaint(code: "unknown-stage", message: "\(run.uses) does not work page by page")
    }
    return try stage.outputJSON(of: openDocument, pages: run.pages)
  }

  private func stage(_ run: HostRun) throws(HostComplaint) -> any ContainedStage {
    do {
      return try ContainedStageTable.make(uses: run.uses, settings: run.settings)
    } catch {
      throw HostComplaint(code: "bad-settings", message: "\(error)")
    }
  }

  func close() {
    document = nil
    if descriptor >= 0 { Glibc.close(descriptor) }
    descriptor = -1
  }

  func printReceipt(_ form: [UInt8]) throws -> (pdf: [UInt8], png: [UInt8]) {
    let form = try JSONDecoder().decode(ReceiptForm.self, from: Data(form))
    return (try FormPrinter.receiptPDF(form), try FormPrinter.qrPNG(form.lookupText))
  }

  func printCoverSheets(_ order: [UInt8]) throws -> [UInt8] {
    let order = try JSONDecoder().decode(CoverSheetOrder.self, from: Data(order))
    return try FormPrinter.coverSheetsPDF(
      order.sheets, procedureName: order.procedureName, agency: order.agency, printedAt: order.printedAt)
  }

  func annotate(page: Int, boxes: [Box]) throws -> [UInt8] {
    try openDocument.annotated(page: page, boxes: boxes)
  }

  private var openDocument: HostedDocument {
    get throws(HostComplaint) {
      guard let document else { throw HostComplaint(code: "no-document", message: "no document is open") }
      return document
    }
  }
}
