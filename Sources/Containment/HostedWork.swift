public import Dossiers
public import Files
public import Pipeline
public import Stages

/// What a stage host is good for: the stages that look at a sender's bytes, and the typesetting of receipts.
public protocol HostedWork: AnyObject {
  /// Loads what lies outside the walls: fonts, tessdata, tables. Called once, before they go up.
  func warm() throws
  /// Takes a document and its descriptor over, with the outputs of the stages that ran before.
  func open(_ opening: HostOpening, descriptor: Int32, outputs: [JSONValue]) throws
  /// Runs a stage on the open document. A stage that makes a file writes it to `product`, where there is one.
  func run(_ run: HostRun, product: OwnedDescriptor?, progress: (_ page: Int) -> Void) throws -> StageResult
  /// Takes over what another host made of some of the open document's pages.
  func learn(uses: String, output: JSONValue) throws
  /// The output, as JSON, of a stage over pages that it was run on, or that were learned.
  func gather(_ run: HostRun) throws -> [UInt8]
  /// Lets the document go, if one is open.
  func close()
  /// Typesets a receipt from a form's JSON.
  func printReceipt(_ form: [UInt8]) throws -> (pdf: [UInt8], png: [UInt8])
  /// Typesets separator pages from an order's JSON, as a PDF.
  func printCoverSheets(_ order: [UInt8]) throws -> [UInt8]
  /// The open document's page with boxes drawn on it, as a PNG.
  func annotate(page: Int, boxes: [Box]) throws -> [UInt8]
}
