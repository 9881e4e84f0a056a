public import Dossiers
import Media
public import Pipeline
import Recognition

/// Finds cards and sheets on each page.
public struct LocateDocument: PageStage {
  public static let name = "locate-document"

  public init(settings: [String: JSONValue]) throws {}

  public func run(on document: HostedDocument, pages: [Int], progress: (Int) -> Void) throws -> StageResult {
    var result = StageResult()
    for page in pages {
      progress(page)
      do {
        let regions = DocumentLocator().locate(try document.picture(page: page))
        document.regions[page] = regions
        result.facts.set("regions", .integer(Int64(regions.count { !$0.isWholePage })), page: page)
      } catch {
        result.add(error)
      }
    }
    result.output = try output(of: document, pages: pages)
    return result
  }

  public func output(of document: HostedDocument, pages: [Int]) throws -> JSONValue {
    ["regions": try JSONValue(encoding: pages.flatMap { document.regions[$0] ?? [] })]
  }

  static func restored(_ output: JSONValue) throws -> [Int: [LocatedRegion]] {
    let regions: [LocatedRegion] = try (output["regions"] ?? []).decoded()
    return Dictionary(grouping: regions, by: \.page)
  }
}
