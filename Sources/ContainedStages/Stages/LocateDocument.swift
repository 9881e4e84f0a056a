public import Dossiers
import Media
public import Pipeline
import Recognition

/// Finds cards and sheets on each page.
public struct LocateDocument: ContainedStage {
  public static let name = "locate-document"

  public init(settings: [String: JSONValue]) throws {}

  public func run(on document: HostedDocument, pages: [Int], progress: (Int) -> Void) throws -> StageResult {
    var result = StageResult()
    var located: [LocatedRegion] = []
    for page in pages {
      progress(page)
      do {
        let regions = DocumentLocator().locate(try document.picture(page: page))
        document.regions[page] = regions
        located += regions
        result.facts.set("regions", .integer(Int64(regions.count { !$0.isWholePage })), page: page)
      } catch {
        result.add(error)
      }
    }
    result.output = ["regions": try JSONValue(encoding: located)]
    return result
  }

  static func restored(_ output: JSONValue) throws -> [Int: [LocatedRegion]] {
    let regions: [LocatedRegion] = try (output["regions"] ?? []).decoded()
    return Dictionary(grouping: regions, by: \.page)
  }
}
