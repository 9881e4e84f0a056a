import Dossiers
import Pipeline
import Stages
import Worker

/// Reads the codes on a photographed or scanned receipt, in a stage host like any file from outside.
enum ReceiptImage {
  private static let pipeline = """
    {"pipeline": "look-up", "stages": [
      {"id": "validate", "uses": "validate-file"}, {"id": "locate", "uses": "locate-document"},
      {"id": "barcodes", "uses": "read-barcodes"}]}
    """

  /// The text of every code found, in the order of the pages.
  static func texts(in path: String) throws -> [String] {
    let plan = try PlanReader.read(Array(pipeline.utf8), catalogue: StageCatalogue.builtIn)
    var texts: [String] = []
    var refusal: Problem?
    try Inspector(plan: plan, jobs: 1, scratch: Scratch.folder).inspect([path]) { finding in
      refusal = finding.inspection.problems.first { $0.severity == .rejects }
      texts = finding.steps.flatMap { BarcodeTexts.of(outputJSON: $0.outputJSON) }
      return true
    }
    if let refusal, texts.isEmpty {
      throw ConfigurationError("\(path): \(refusal.message.en) \(refusal.remedy.en)")
    }
    return texts
  }
}
