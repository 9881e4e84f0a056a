import Pipeline
import Stages
import Worker

/// Draws pages of documents, in stage hosts as all that reads what senders sent: a few at one time.
final class PagePictures: Sendable {
  private let scratch: String
  private let slots: HostSlots

  private static let pipeline = #"{"pipeline": "pages", "stages": [{"id": "validate", "uses": "validate-file"}]}"#

  init(scratch: String, slots: HostSlots) {
    self.scratch = scratch
    self.slots = slots
  }

  /// The page as PNG: an image as a person sees it, a PDF page at 200 dpi.
  func png(path: String, page: Int) throws -> [UInt8] {
    let plan = try PlanReader.read(Array(Self.pipeline.utf8), catalogue: StageCatalogue.builtIn)
    do {
      return try slots.use { try Inspector(plan: plan, jobs: 1, scratch: scratch).annotate(path: path, page: page) }
    } catch let error as WorkerError where error.code == .cannotAnnotate {
      throw Refusal.noPicture
    }
  }
}

extension Refusal {
  static let noPicture = Refusal(
    404, "page.no-picture", vi: "Tệp không có trang này, hoặc không hiển thị được.",
    en: "The document has no such page, or it cannot be drawn.")
}
