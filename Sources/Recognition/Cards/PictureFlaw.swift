public import Dossiers
import Media

/// What is wrong with a picture of a card that could not be read.
public enum PictureFlaw: String, Sendable, Codable {
  case tooSmall, blurred, glare, cutOff

  /// The likeliest reason why a card at `quad` could not be read. Asked only after reading has failed: by itself no
  /// flaw holds a card up.
  static func likeliest(_ picture: PagePicture, _ quad: Quad) -> PictureFlaw {
    let slack = 0.015 * Double(max(picture.width, picture.height))
    let outside = quad.corners.contains {
      $0.x < -slack || $0.y < -slack || $0.x > Double(picture.width) + slack || $0.y > Double(picture.height) + slack
    }
    if outside { return .cutOff }
    // ISO/IEC 7810 ID-1 at 600 pixels is some 180 dots an inch: small print has strokes of one pixel.
    if quad.width < 600 { return .tooSmall }
    let card = picture.grey.warped(quad, width: 640, height: 404)
    if glareShare(card) > 0.006 { return .glare }
    return .blurred
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

/// Why a region that should be a card could not be read, as a problem with its remedy.
public enum PictureQuality {
  public static func problem(_ picture: PagePicture, region: LocatedRegion) -> Problem {
    .unreadable(PictureFlaw.likeliest(picture, region.quad.lyingLong), page: picture.page)
  }
}
