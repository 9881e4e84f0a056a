public import Dossiers
public import Media

/// Finds separator pages: by their code, and where that is torn off or smeared by their printed title.
public struct CoverSheetFinder {
  public enum Finding: Hashable, Sendable {
    case sheet(CoverSheet)
    /// A separator page for sure, but which one nobody can read.
    case unreadable
  }

  private let engine: TextEngine

  /// `engine` reads Vietnamese.
  public init(engine: TextEngine) {
    self.engine = engine
  }

  /// Nil where the page is no separator. `page` is what a quick look needs, some 120 dots an inch; `closer` gives the
  /// page in full, which is asked for only where something speaks for a separator.
  public func find(
    _ page: GreyImage, closer: () throws(MediaRefusal) -> GreyImage
  ) throws -> Finding? {
    if let sheet = Self.sheet(on: BarcodeReader().quickRead(page)) { return .sheet(sheet) }
    guard Self.hasBars(page) else { return nil }
    let full = try closer()
    if let sheet = Self.sheet(on: BarcodeReader().read(full)) { return .sheet(sheet) }
    let text = try PageTextReader(engine: engine).read(full, dotsPerInch: nil).text
    guard text.withoutDiacritics.uppercased().contains("PHAN CACH") else { return nil }
    return .unreadable
  }

  private static func sheet(on codes: [Barcode]) -> CoverSheet? {
    codes.lazy.compactMap { $0.text.flatMap { CoverSheet(codeText: $0) } }.first
  }

  /// True where a dark bar runs along an edge of the page, as on every separator: 7 mm of black across it. A feeder
  /// may cut it down and skew may tilt it: 3 mm within 20 mm of an edge, along three quarters of it, will do.
  static func hasBars(_ page: GreyImage) -> Bool {
    let depth = max(page.width, page.height) * 20 / 297
    let (wide, high) = (page.width, page.height)
    let edges: [(along: Int, across: Int, at: (_ along: Int, _ across: Int) -> Int)] = [
      (wide, high, { $1 * wide + $0 }), (wide, high, { (high - 1 - $1) * wide + $0 }),
      (high, wide, { $0 * wide + $1 }), (high, wide, { $0 * wide + wide - 1 - $1 }),
    ]
    return edges.contains { edge in
      let dark = (0..<edge.along).count { along in
        var run = 0
        for across in 0..<min(depth, edge.across) {
          run = page.pixels[edge.at(along, across)] < 96 ? run + 1 : 0
          if run * 297 >= 3 * max(wide, high) { return true }
        }
        return false
      }
      return 4 * dark > 3 * edge.along
    }
  }
}
