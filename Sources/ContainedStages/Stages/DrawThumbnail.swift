public import Dossiers
import Files
import Media
public import Pipeline
import Stages

/// Draws a page small, as a JPEG, for a person who must look at a file. Not for pipelines.
public struct DrawThumbnail: ContainedStage {
  public static let name = StackWork.thumbnail
  private static let longSideInPixels = 320

  public init(settings: [String: JSONValue]) throws {}

  public func run(on document: HostedDocument, pages: [Int], progress: (Int) -> Void) throws -> StageResult {
    guard let file = document.product else { return StageResult(outcome: .fault, detail: "there is no file to write") }
    do {
      let media = try document.kept(openUnder: .stack)
      let page = min(pages.first ?? 1, media.pages.count)
      guard page > 0 else { return StageResult() }
      let picture = try media.renderColour(page: page, longSideInPixels: Self.longSideInPixels)
      let bytes = try JPEGEncoder.encode(picture, quality: 60)
      try file.write(bytes)
      return StageResult(output: .object(["byteCount": .integer(Int64(bytes.count))]))
    } catch let refusal as MediaRefusal {
      // Nothing to be seen of it.
      return StageResult(refusal: refusal)
    }
  }
}
