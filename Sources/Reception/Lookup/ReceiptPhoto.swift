public import Dossiers
import Pipeline
import Stages
import Worker

/// Reads the codes on a photographed or scanned receipt, in a stage host like any file from outside.
public struct ReceiptPhoto: Sendable {
  public struct Reading: Sendable {
    /// Of every code found, in the order of the pages.
    public let texts: [String]
    /// Why the file cannot be read at all.
    public let refusal: Problem?

    /// One of the codes claims to be a receipt's.
    public var showsReceipt: Bool { texts.contains { ReceiptSeal(text: $0) != nil } }
  }

  private static let pipeline = """
    {"pipeline": "look-up", "stages": [
      {"id": "validate", "uses": "validate-file"}, {"id": "locate", "uses": "locate-document"},
      {"id": "barcodes", "uses": "read-barcodes"}]}
    """

  private let scratch: String

  /// Scratch folders of the stage hosts lie below `scratch`.
  public init(scratch: String) {
    self.scratch = scratch
  }

  public func read(_ path: String) throws -> Reading {
    let plan = try PlanReader.read(Array(Self.pipeline.utf8), catalogue: StageCatalogue.builtIn)
    var texts: [String] = []
    var refusal: Problem?
    try Inspector(plan: plan, jobs: 1, scratch: scratch).inspect([path]) { finding in
      refusal = finding.inspection.problems.first { $0.severity == .rejects }
      texts = finding.steps.flatMap { $0.output.map(Self.texts) ?? [] }
      return true
    }
    return Reading(texts: texts, refusal: texts.isEmpty ? refusal : nil)
  }

  /// The texts in the output of `read-barcodes`: `{"barcodes": [{"bytes": […]}]}`, where the bytes are UTF-8. Empty
  /// for the output of any other stage.
  private static func texts(in output: JSONValue) -> [String] {
    (output["barcodes"]?.array ?? []).compactMap { barcode in
      let bytes = barcode["bytes"]?.array?.compactMap { $0.integer.flatMap { UInt8(exactly: $0) } }
      return bytes.flatMap { String(validating: $0, as: UTF8.self) }
    }
  }
}
