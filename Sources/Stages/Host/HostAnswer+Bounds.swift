import Dossiers
import Pipeline

/// What an answer may hold. A host reads what strangers sent and may have been taken over by it: a number that fits
/// its type may still lead the worker to overflow, so each is held against these bounds once, where it comes in.
extension HostAnswer {
  /// What does not fit, for operators; nil where everything does.
  var excess: String? {
    switch self {
    // Beyond what a document can have it only earns no time: a host that counts on and on ends at its limit, as such.
    case .progress(let page): (1...Int(Int32.max)).contains(page) ? nil : "a page that no document has"
    case .result(let result): result.excess
    case .ready, .done, .printed, .failed: nil
    }
  }
}

extension StageResult {
  /// More pages than any plan or stack allows.
  private static let mostPages = 20_000
  /// Farther out than any reference picture reaches: an edge may lie a little outside of its page.
  private static let farthestEdge = 1 << 24

  static func isPage(_ number: Int) -> Bool { (1...mostPages).contains(number) }

  /// What does not fit, for operators and without what was read; nil where everything does.
  var excess: String? {
    if facts.pages.count > Self.mostPages { return "facts of more pages than any document has" }
    if let pages = facts.document["pages"], !(pages.integer.map { 0...Int64(Self.mostPages) ~= $0 } ?? false) {
      return "a count of pages that no document has"
    }
    if !problems.allSatisfy({ $0.page.map(Self.isPage) ?? true }) { return "a problem on a page that no document has" }
    if !parts.flatMap(\.pages).allSatisfy(Self.isPage) { return "a part on a page that no document has" }
    return parts.lazy.flatMap(\.fields.values).compactMap(Self.excess).first
  }

  private static func excess(of field: Field) -> String? {
    if !isPage(field.page) { return "a field on a page that no document has" }
    if !(0...1).contains(field.confidence) { return "a confidence that is none" }
    guard let box = field.box else { return nil }
    let isThere = [box.x0, box.y0, box.x1, box.y1].allSatisfy { (-farthestEdge...farthestEdge).contains($0) }
    return isThere ? nil : "a box that is on no page"
  }
}
