public import Dossiers
import Files
import Media
public import Pipeline
import Stages

/// Writes some pages of a scanned stack as a file of their own. Not for pipelines.
public struct ExtractPages: ContainedStage {
  public static let name = StackWork.extract

  public init(settings: [String: JSONValue]) throws {}

  public func run(on document: HostedDocument, pages: [Int], progress: (Int) -> Void) throws -> StageResult {
    guard let file = document.product else { return StageResult(outcome: .fault, detail: "there is no file to write") }
    do {
      guard let media = try document.kept(openUnder: .stack) as? any PageExtracting else {
        return StageResult(outcome: .fault, detail: "it is no stack of pages")
      }
      let bytes = try media.extracted(pages: pages)
      try file.write(bytes)
      return StageResult(output: .object(["byteCount": .integer(Int64(bytes.count))]))
    } catch let refusal as MediaRefusal {
      return StageResult(refusal: refusal)
    }
  }
}
