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
    var raw: [String] = []
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
        raw = texts
      }
      if zone.isValid || zone.passed.isSuperset(of: [.number, .birth, .expiry, .copies]) { break }
    }
    guard let best else { return nil }
    return try readByGrid(picture, band: band, zone: best, rows: rows, raw: raw)
  }

  /// Reads once more by the grid of cells: each run of letters by itself, which must have its length.
  private func readByGrid(
    _ picture: GreyImage, band: Quad, zone: MRZ, rows: [Box], raw: [String]
  ) throws(TextEngineError) -> Reading {
    let plain = Reading(zone: zone, quad: band)
    let height = max(24, Int((1200 * band.height / max(band.width, 1)).rounded()))
    let image = picture.warped(band, width: 1200, height: height).evened(black: 0.3, white: 0.75)
    guard
      let grid = MRZGrid(band: image, boxes: rows, format: zone.format, isVietnamese: zone.isVietnameseCard)
    else { return plain }
    let nameLine = zone.format == .td1 ? 2 : 0
    guard let name = try line(nameLine, of: grid, zone) else { return plain }
    if zone.isVietnameseCard {
      let named = zone.named(name)
      // A filler taken for a letter makes words that nobody can say.
      let isName = named.fullName.split(separator: " ").allSatisfy(VietnameseSyllable.isPossible(withoutAccents:))
      return Reading(zone: named, quad: band, isNameSure: isName)
    }
    // Elsewhere the name line too counts only where the digits agree at least as well, the others where better.
    var best = zone
    let named = zone.lines.indices.map { $0 == nameLine ? name : zone.lines[$0] }
    if let new = MRZParser.parse(named), new.format == zone.format, new.passed.count >= best.passed.count { best = new }
    // The digits cannot tell K from a filler (20 counts as 0) nor some mixtures of O and 0: on a draw the grid wins,
    // unless it needed more mending.
    let asRead = Set(raw.map { String(decoding: MRZParser.clean($0), as: UTF8.self) })
    let isOutright = zone.lines.indices.allSatisfy { $0 == nameLine || asRead.contains(zone.lines[$0]) }
    var lines = named
    for other in lines.indices where other != nameLine {
      if let text = try line(other, of: grid, zone) { lines[other] = text }
    }
    if let new = MRZParser.parse(lines), new.format == zone.format {
      let isFit = new.repairs <= (isOutright ? 0 : max(1, zone.repairs))
      // A card's issuer and its holder's nationality are mostly one.
      let losesIssuer = best.issuer == best.nationality && new.issuer != new.nationality
      if new.passed.count > best.passed.count || (new.passed.count == best.passed.count && isFit && !losesIssuer) {
        best = new
      }
    }
    return Reading(zone: best, quad: band, isNameSure: best != zone)
  }

  /// A line read piece by piece: each run of letters, cut where the format's fields meet, under its own alphabet.
  private func line(_ index: Int, of grid: MRZGrid, _ zone: MRZ) throws(TextEngineError) -> String? {
    let runs = grid.runs(line: index)
    guard let first = runs.first, first.lowerBound == 0, runs.count <= 9 else { return nil }
    let old = Array(zone.lines[index])
    var text = [Character](repeating: "<", count: zone.format.lineLength)
    for (span, kind) in zone.format.layout where span.line == index {
      for run in runs {
        let piece = run.clamped(to: span.range)
        if piece.isEmpty { continue }
        guard let letters = try letters(of: piece, line: index, grid, kind, old) else { return nil }
        text.replaceSubrange(piece, with: letters)
      }
    }
    return String(text)
  }

  private func letters(
    of piece: Range<Int>, line: Int, _ grid: MRZGrid, _ kind: MRZFormat.Kind, _ old: [Character]
  ) throws(TextEngineError) -> [Character]? {
    let alphabet = kind.alphabet
    func read(_ cells: Range<Int>) throws(TextEngineError) -> [Character] {
      let lines = try engine.recognise(
        grid.picture(line: line, run: cells), mode: .line, whitelist: alphabet, dotsPerInch: 300)
      return Array(lines.flatMap(\.words).map(\.text).joined())
    }
    // A letter alone is read worse than in its line.
    if kind == .letters, piece.count == 1, piece.lowerBound < old.count, alphabet.contains(old[piece.lowerBound]) {
      return [old[piece.lowerBound]]
    }
    let whole = try read(piece)
    if whole.count == piece.count { return whole }
    // Cell by cell; what stands alone is often not taken for text, and then the earlier reading counts.
    guard kind != .letters || piece.count <= 3 else {
      let earlier = piece.upperBound <= old.count ? Array(old[piece]) : []
      return !earlier.isEmpty && earlier.allSatisfy(alphabet.contains) ? earlier : nil
    }
    var result: [Character] = []
    for cell in piece {
      if let alone = try read(cell..<(cell + 1)).first {
        result.append(alone)
      } else if cell < old.count, alphabet.contains(old[cell]) {
        result.append(old[cell])
      } else {
        return nil
      }
    }
    return result
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
