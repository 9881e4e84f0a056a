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
        let picture = try document.picture(page: page)
        let regions =
          try document.isBlank(page: page) ? [.wholePage(of: picture)] : DocumentLocator().locate(picture)
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
    let (blank, whole) = (document.blankPages, document.wholeScans)
    return [
      "regions": try JSONValue(encoding: pages.flatMap { document.regions[$0] ?? [] }),
      "blank": .array(pages.filter(blank.contains).map { .integer(Int64($0)) }),
      "whole": .array(pages.filter(whole.contains).map { .integer(Int64($0)) }),
    ]
  }

  static func restoredPages(_ key: String, _ output: JSONValue) -> [Int] {
    (output[key]?.array ?? []).compactMap { $0.integer.flatMap { Int(exactly: $0) } }
  }

  static func restored(_ output: JSONValue) throws -> [Int: [LocatedRegion]] {
    let regions: [LocatedRegion] = try (output["regions"] ?? []).decoded()
    return Dictionary(grouping: regions, by: \.page)
  }
}
