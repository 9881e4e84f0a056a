public import Dossiers
import Media
public import Pipeline

/// Opens the file under its budgets and makes sure that its pixels are all there.
public struct ValidateFile: ContainedStage {
  public static let name = "validate-file"
  private let budget: MediaBudget

  public init(settings: [String: JSONValue]) throws {
    var budget = MediaBudget()
    if let bytes = settings["maxBytes"]?.integer { budget.maxBytes = bytes }
    if let pixels = settings["maxPixels"]?.integer { budget.maxPixels = Int(pixels) }
    if let side = settings["minShortSide"]?.integer { budget.minShortSideInPixels = Int(side) }
    if let pages = settings["maxPages"]?.integer { budget.maxPages = Int(pages) }
    if let side = settings["minShortSide"]?.integer { budget.minShortSideInPixels = Int(side) }
    self.budget = budget
  }

  public func run(on document: HostedDocument, pages: [Int], progress: (Int) -> Void) throws -> StageResult {
    let output = try JSONValue(encoding: budget)
    do {
      let media = try document.open(budget: budget)
      // A picture that is cut off shows only when it is decoded. Pages of a PDF are rendered when a stage needs them:
      // its structure was checked on opening.
      var problems = media.warnings
      for page in media.pages {
        progress(page.number)
        problems += try media.verifyPixels(page: page.number)
      }
      return StageResult(problems: problems, facts: Self.facts(of: media), output: output)
    } catch {
      return StageResult(refusal: error, output: output)
    }
  }

  private static func facts(of media: any MediaDocument) -> Facts {
    Facts(
      document: [
        "mediaType": .string(media.mediaType.rawValue), "pages": .integer(Int64(media.pages.count)),
      ],
      pages: media.pages.map { page in
        [
          "width": .integer(Int64(page.widthInPixels)), "height": .integer(Int64(page.heightInPixels)),
          "noTextLayer": .bool(!page.hasTextLayer),
        ]
      })
  }
}
