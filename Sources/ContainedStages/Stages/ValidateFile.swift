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
    if let pages = settings["maxPages"]?.integer { budget.maxPages = Int(pages) }
    if let side = settings["minShortSide"]?.integer { budget.minShortSideInPixels = Int(side) }
    self.budget = budget
  }

  public func run(on document: HostedDocument, pages: [Int], progress: (Int) -> Void) throws -> StageResult {
    let output = try JSONValue(encoding: budget)
    do {
      let media = try document.open(budget: budget)
      if media.mediaType != .pdf {
        // A picture that is cut off shows only when it is decoded; the pixels stay for the stages to come. Pages of
        // a PDF are rendered when a stage needs them: its structure is checked on opening.
        for page in media.pages {
          progress(page.number)
          _ = try document.grey(page: page.number)
        }
      }
      return StageResult(
        outcome: .done, problems: media.warnings, facts: Self.facts(of: media), output: output)
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
          "widthInPixels": .integer(Int64(page.widthInPixels)),
          "heightInPixels": .integer(Int64(page.heightInPixels)),
          "hasTextLayer": .bool(page.hasTextLayer), "noTextLayer": .bool(!page.hasTextLayer),
        ]
      })
  }
}

extension StageResult {
  /// What a refused file or page comes to: the problem's severity decides.
  init(refusal: MediaRefusal, output: JSONValue = .null) {
    let outcome: StageOutcome =
      switch refusal.problem.severity {
      case .rejects: .rejected
      case .review: .review
      case .warning: .done
      }
    self.init(outcome: outcome, problems: [refusal.problem], output: output, detail: refusal.detail)
  }
}
