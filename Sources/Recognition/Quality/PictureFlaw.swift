import Media

/// What is wrong with a picture of a card or a sheet that could not be read.
///
/// Asked only after reading has failed: by itself no flaw holds a picture up.
public enum PictureFlaw: String, Sendable, Codable {
  case tooSmall, blurred, glare, cutOff, tooDark, covered

  /// The likeliest reason why a card at `quad` could not be read.
  static func likeliest(_ picture: PagePicture, _ quad: Quad) -> PictureFlaw {
    if isCutOff(picture, quad) { return .cutOff }
    // ISO/IEC 7810 ID-1 at 600 pixels is some 180 dots an inch: small print has strokes of one pixel.
    if quad.width < 600 { return .tooSmall }
    if isTooDark(picture, quad) { return .tooDark }
    if isGlaring(picture, quad) { return .glare }
    // Nothing wrong with the picture: what is on the card lies under a finger, in a sleeve, or is worn.
    return edgeSpread(picture, quad).map { $0 < 0.8 } ?? false ? .covered : .blurred
  }

  /// What can be seen to be wrong with a sheet at `quad` of which some could not be read; nil where nothing can.
  /// `letterHeight` is that of its small print, in pixels of the page.
  static func visible(_ picture: PagePicture, _ quad: Quad, letterHeight: Double) -> PictureFlaw? {
    if isCutOff(picture, quad) { return .cutOff }
    // Capitals and small letters with their marks: below this an accent is a single pixel.
    // So is one on a sheet of A5 with fewer than 85 dots an inch.
    if letterHeight < 11 || max(quad.width, quad.height) < 700 { return .tooSmall }
    if isTooDark(picture, quad) { return .tooDark }
    if isGlaring(picture, quad) { return .glare }
    return isBlurred(picture, quad, limit: 1.1) ? .blurred : nil
  }

  /// What keeps something that lies there like a card from being known as one; nil where it may be anything else.
  static func hiding(_ picture: PagePicture, _ quad: Quad) -> PictureFlaw? {
    // 100 pixels on 85.6 mm (ISO/IEC 7810) are 30 dots an inch: nobody could tell it from anything else of that shape.
    guard quad.width >= 100 else { return nil }
    // ID-1 has 1.586; perspective and loose edges stretch it by a tenth.
    guard (1.42...1.76).contains(quad.width / max(quad.height, 1)) else { return nil }
    if isBlurred(picture, quad, limit: 2) { return .blurred }
    return quad.width < 400 ? .tooSmall : nil
  }

  static func isCutOff(_ picture: PagePicture, _ quad: Quad) -> Bool {
    let slack = 0.015 * Double(max(picture.width, picture.height))
    let (right, bottom) = (Double(picture.width), Double(picture.height))
    if quad.corners.contains(where: { $0.x < -slack || $0.y < -slack || $0.x > right + slack || $0.y > bottom + slack })
    {
      return true
    }
    // A side that runs along the picture's border goes on beyond it; where all four do, the picture was cut to fit.
    let sides = zip(quad.corners, quad.corners.dropFirst() + quad.corners.prefix(1)).count { one, two in
      (one.x < slack && two.x < slack) || (one.y < slack && two.y < slack)
        || (one.x > right - slack && two.x > right - slack) || (one.y > bottom - slack && two.y > bottom - slack)
    }
    return (1...3).contains(sides)
  }

  /// Paper this grey has lost its letters to the grain: a quarter of what a lit page shows.
  static func isTooDark(_ picture: PagePicture, _ quad: Quad) -> Bool {
    picture.grey.warped(quad, width: 160, height: 112).upperGrey < 64
  }

  /// Edges spread over more than `limit` thousandths of the width: print of these papers is some ten of them high.
  static func isBlurred(_ picture: PagePicture, _ quad: Quad, limit: Double) -> Bool {
    edgeSpread(picture, quad).map { $0 > limit } ?? false
  }

  /// How far edges are spread, in thousandths of the longer side; nil where there are none to tell by.
  private static func edgeSpread(_ picture: PagePicture, _ quad: Quad) -> Double? {
    // Edges too soft to be told at one scale are told at a smaller one.
    for side in [1400.0, 600, 260] {
      let scale = min(1, side / max(quad.width, quad.height, 1))
      let (width, height) = (Int(quad.width * scale), Int(quad.height * scale))
      guard width > 40, height > 40 else { return nil }
      if let spread = picture.grey.warped(quad, width: width, height: height).edgeSpread() {
        return spread * 1000 / Double(max(width, height))
      }
    }
    return nil
  }

  private static func isGlaring(_ picture: PagePicture, _ quad: Quad) -> Bool {
    glareShare(picture.grey.warped(quad, width: 640, height: 404)) > 0.006
  }

  /// The share of the card that is burnt out: far brighter than its paper, in one piece.
  static func glareShare(_ card: GreyImage) -> Double {
    let paper = Int(card.blurred(sigma: 2).paperGrey)
    let level = UInt8(max(240, min(252, paper + 25)))
    guard paper < 238 else { return 0 }
    let mask = Mask(width: card.width, height: card.height, bits: card.pixels.map { $0 >= level })
    let largest = mask.opened(radius: 2).shapes(minPixels: 200).first?.pixels ?? 0
    return Double(largest) / Double(card.pixels.count)
  }
}

extension GreyImage {
  /// The grey that nineteen in twenty pixels stay below: the paper's, whatever is printed on it.
  fileprivate var upperGrey: Int {
    var histogram = [Int](repeating: 0, count: 256)
    for pixel in pixels { histogram[Int(pixel)] += 1 }
    var above = 0
    for value in stride(from: 255, through: 0, by: -1) {
      above += histogram[value]
      if above * 20 >= pixels.count { return value }
    }
    return 0
  }
}
