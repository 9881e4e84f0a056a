public import Dossiers
import Media
public import Pipeline
import Recognition
import Stages

/// Takes each page's fingerprint, so that the same paper is known when it is scanned again.
public struct Fingerprint: ContainedStage {
  public static let name = "fingerprint"

  public init(settings: [String: JSONValue]) throws {}

  public func run(on document: HostedDocument, pages: [Int], progress: (Int) -> Void) throws -> StageResult {
    var result = StageResult()
    var prints: [Int: PageFingerprint] = [:]
    for page in pages {
      progress(page)
      do {
        prints[page] = PageFingerprint(of: try document.picture(page: page).grey)
      } catch {
        result.add(error)
      }
    }
    result.output = FingerprintRecord(prints).output
    return result
  }
}
