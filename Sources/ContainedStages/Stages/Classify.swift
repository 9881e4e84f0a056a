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
    var facts: [[String: JSONValue]] = []
    var titles: [JSONValue] = []
    for page in pages {
      progress(page)
      do {
        let kind = try document.kind(page: page)
        while facts.count < page { facts.append([:]) }
        facts[page - 1]["kind"] = .string(kind.kind.rawValue)
        if kind.kind == .form { result.parts.append(Part(kind: .form, pages: [page], fields: [:])) }
        if let title = kind.title { titles.append(["page": .integer(Int64(page)), "title": .string(title)]) }
      } catch {
        result.add(error)
      }
    }
    result.facts.pages = facts
    result.output = ["titles": .array(titles)]
    return result
  }
}
