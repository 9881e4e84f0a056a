public import Dossiers
import Media
public import Pipeline
import Recognition
import Stages

/// Looks through a scanned stack for separators, empty back sides and pages that came twice, a page at a time.
///
/// Not for pipelines: an import asks for it before there are documents. A file that is no stack of pages gives none.
public struct SortStack: ContainedStage {
  public static let name = StackWork.sort

  public init(settings: [String: JSONValue]) throws {}

  public func run(on document: HostedDocument, pages: [Int], progress: (Int) -> Void) throws -> StageResult {
    do {
      let media = try document.open(budget: .stack)
      guard media is any PageExtracting, media.pages.count > 1 else { return StageResult() }
      let finder = CoverSheetFinder(engine: try document.tools.engine(["vie"]))
      var sorted: [StackPage] = []
      for page in media.pages {
        progress(page.number)
        sorted.append(try look(at: page.number, of: media, finder))
      }
      return StageResult(output: try JSONValue(encoding: StackWork.Sorted(pages: sorted)))
    } catch let refusal as MediaRefusal {
      return StageResult(refusal: refusal)
    }
  }

  private func look(at page: Int, of media: any MediaDocument, _ finder: CoverSheetFinder) throws -> StackPage {
    do {
      let picture = try media.renderGrey(page: page, longSideInPixels: PageInk.longSideInPixels)
      let finding = try finder.find(picture) { () throws(MediaRefusal) in
        try media.renderGrey(page: page, longSideInPixels: nil)
      }
      switch finding {
      case .sheet(let sheet): return StackPage(number: page, kind: .cover(sheet))
      case .unreadable: return StackPage(number: page, kind: .unreadableCover)
      case nil:
        if PageInk(picture).isBlank { return StackPage(number: page, kind: .blank) }
        return StackPage(number: page, kind: .content, fingerprint: PageFingerprint(of: picture))
      }
    } catch is MediaRefusal {
      return StackPage(number: page, kind: .damaged)
    }
  }
}

extension MediaBudget {
  /// A day's scans in one file: the sender is the office itself.
  static let stack = MediaBudget(maxBytes: 8 << 30, maxPages: 20_000)
}
