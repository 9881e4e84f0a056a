import Dossiers
import Media

/// Reads a machine-readable zone out of a picture: several renderings, until the check digits agree.
struct MRZReader {
  let engine: TextEngine

  struct Reading {
    let zone: MRZ
    /// Around the zone, in the page's pixels.
    let quad: Quad
    /// The name line's letters fill its cells exactly.
    var isNameSure = false
  }

  private static let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<"

  /// A way to bring a band out: the width given to it and what is done to its light.
  struct Rendering: Sendable {
    let width: Int
    let blur: Double
    let clipped: Bool
  }

  private static let renderings: [Rendering] = [
    Rendering(width: 900, blur: 0, clipped: false), Rendering(width: 1200, blur: 0, clipped: false),
    Rendering(width: 1200, blur: 0, clipped: true), Rendering(width: 1000, blur: 1, clipped: true),
    Rendering(width: 900, blur: 0, clipped: true),
  ]

  /// The zone on the back of a card that lies upright in `card`.
  func readCard(_ picture: GreyImage, card: Quad, thorough: Bool) throws(TextEngineError) -> Reading? {
    let whole = Homography(rectangleWidth: 1, height: 1, onto: card)
    let band = Quad(
      topLeft: whole.map(0.015, 0.6), topRight: whole.map(0.985, 0.6), bottomRight: whole.map(0.985, 0.985),
      bottomLeft: whole.map(0.015, 0.985))
    return try read(picture, band: band, renderings: thorough ? Self.renderings : Array(Self.renderings.prefix(1)))
  }

  /// The zone inside of `band`.
  func read(_ picture: GreyImage, band: Quad) throws(TextEngineError) -> Reading? {
    try read(picture, band: band, renderings: Self.renderings)
  }

  private func read(
    _ picture: GreyImage, band: Quad, renderings: [Rendering]
  ) throws(TextEngineError) -> Reading? {
    var best: MRZ?
    var rows: [Box] = []
    for rendering in renderings {
      let height = max(24, Int((Double(rendering.width) * band.height / max(band.width, 1)).rounded()))
      var image = picture.warped(band, width: rendering.width, height: height)
      if rendering.blur > 0 { image = image.blurred(sigma: rendering.blur) }
      if rendering.clipped { image = image.evened(black: 0.3, white: 0.75) }
      image = image.padded(by: 10, grey: image.paperGrey)
      let lines = try engine.recognise(image, mode: .block, whitelist: Self.alphabet, dotsPerInch: 300)
      let texts = lines.map { $0.words.map(\.text).joined() }
      guard let zone = MRZParser.parse(texts) else { continue }
      if Self.isBetter(zone, than: best) {
        best = zone
        rows = Self.rows(lines, scale: 1200 / Double(rendering.width))
      }
      if zone.isValid || zone.passed.isSuperset(of: [.number, .birth, .expiry, .copies]) { break }
    }
    guard let best else { return nil }
    if best.isVietnameseCard, let name = try readName(picture, band: band, rows: rows) {
      return Reading(zone: best.named(name), quad: band, isNameSure: true)
    }
    return Reading(zone: best, quad: band)
  }

  /// The wide lines' boxes without the margin, at another width.
  private static func rows(_ lines: [RecognisedLine], scale: Double) -> [Box] {
    let widest = lines.map(\.box.width).max() ?? 0
    return lines.filter { $0.box.width * 10 > widest * 6 }.map { line in
      Box(
        x0: Int(Double(line.box.x0 - 10) * scale), y0: Int(Double(line.box.y0 - 10) * scale),
        x1: Int(Double(line.box.x1 - 10) * scale), y1: Int(Double(line.box.y1 - 10) * scale))
    }
  }

  /// The name line of a card by its grid: each run of letters is read by itself and must have its length.
  private func readName(_ picture: GreyImage, band: Quad, rows: [Box]) throws(TextEngineError) -> String? {
    let height = max(24, Int((1200 * band.height / max(band.width, 1)).rounded()))
    let image = picture.warped(band, width: 1200, height: height).evened(black: 0.3, white: 0.75)
    guard let grid = MRZNameGrid(band: image, rows: rows) else { return nil }
    let runs = grid.runs
    guard !runs.isEmpty, runs[0].lowerBound == 0, runs.count <= 8 else { return nil }
    let line = grid.line.padded(by: 10, grey: 255)
    var text = [Character](repeating: "<", count: 30)
    let boxes = runs.map { run in
      let span = grid.span(run)
      return Box(x0: span.lowerBound + 4, y0: 4, x1: span.upperBound + 16, y1: line.height - 4)
    }
    let readings = try engine.recognise(
      line, regions: boxes, mode: .line, whitelist: "ABCDEFGHIJKLMNOPQRSTUVWXYZ", dotsPerInch: 300)
    for (run, lines) in zip(runs, readings) {
      let letters = Array(lines.flatMap(\.words).map(\.text).joined())
      guard letters.count == run.count else { return nil }
      text.replaceSubrange(run, with: letters)
    }
    return String(text)
  }

  static func isBetter(_ new: MRZ, than old: MRZ?) -> Bool {
    guard let old else { return true }
    return (new.passed.count, -new.repairs) > (old.passed.count, -old.repairs)
  }
}

extension GreyImage {
  /// The commonest bright value: that of the paper.
  var paperGrey: UInt8 {
    var histogram = [Int](repeating: 0, count: 256)
    for pixel in pixels { histogram[Int(pixel)] += 1 }
    var seen = 0
    for value in stride(from: 255, through: 0, by: -1) {
      seen += histogram[value]
      if seen * 3 > pixels.count { return UInt8(value) }
    }
    return 255
  }
}
