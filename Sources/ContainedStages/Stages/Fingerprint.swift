public import Dossiers
import Media
public import Pipeline
import Recognition
import Stages

/// Takes each page's fingerprint, so that the same paper is known when it is scanned again.
public struct Fingerprint: PageStage {
  public static let name = "fingerprint"

  public init(settings: [String: JSONValue]) throws {}

  public func run(on document: HostedDocument, pages: [Int], progress: (Int) -> Void) throws -> StageResult {
    var result = StageResult()
    for page in pages {
      progress(page)
      do {
        document.fingerprints[page] = PageFingerprint(of: try document.picture(page: page).grey)
      } catch {
        result.add(error)
      }
    }
    result.output = try output(of: document, pages: pages)
    return result
  }

  public func output(of document: HostedDocument, pages: [Int]) throws -> JSONValue {
    let prints = pages.compactMap { page in document.fingerprints[page].map { (page, $0) } }
    return FingerprintRecord(Dictionary(uniqueKeysWithValues: prints)).output
  }

  static func restored(_ output: JSONValue) -> [Int: PageFingerprint] { FingerprintRecord(output: output).prints }
}
