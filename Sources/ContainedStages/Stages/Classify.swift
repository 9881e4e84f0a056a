public import Dossiers
import Media
public import Pipeline
import Recognition

/// Says of each page whether it shows a card, a receipt, a form or something else; forms become parts here.
public struct Classify: ContainedStage {
  public static let name = "classify"

  public init(settings: [String: JSONValue]) throws {}

  public func run(on document: HostedDocument, pages: [Int], progress: (Int) -> Void) throws -> StageResult {
    var result = StageResult()
    var titles: [JSONValue] = []
    var texts: [PageText] = []
    for page in pages {
      progress(page)
      do {
        let kind = try document.kind(page: page)
        result.facts.set("kind", .string(kind.kind.rawValue), page: page)
        if kind.kind == .form { result.parts.append(Part(kind: .form, pages: [page], fields: [:])) }
        let blocks = try document.text(page: page)
        if blocks.contains(where: { $0.source == .textLayer }) { texts.append(PageText(page: page, blocks: blocks)) }
        if let title = kind.title { titles.append(["page": .integer(Int64(page)), "title": .string(title)]) }
      } catch {
        result.add(error)
      }
    }
    result.output = ["titles": .array(titles), "pageTexts": try JSONValue(encoding: texts)]
    return result
  }
}
