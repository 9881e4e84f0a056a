public import Dossiers
import Media

/// Whether what could not be read could have been, had the picture been better.
public enum PictureQuality {
  /// Why a page shows neither card nor receipt nor form although it seems to show some paper; nil where it may be
  /// anything, such as a portrait or a page in another language. `text` is what was recognised on it.
  public static func problem(_ picture: PagePicture, regions: [LocatedRegion], text: [TextBlock]) -> Problem? {
    let page = picture.page
    let isClear = PageTextReader.rating(text) >= clearRating
    // What was read clearly lacks nothing but what is not in the picture: official papers have a card's words too.
    if let flaw = ofCard(picture, regions: regions, text: text), !isClear || flaw == .cutOff {
      return .unreadable(flaw, of: .card, page: page)
    }
    guard !isClear else { return nil }
    let sheets = regions.filter { !$0.isWholePage }
    for region in sheets {
      if let flaw = PictureFlaw.hiding(picture, region.quad.lyingLong) {
        return .unreadable(flaw, of: .card, page: page)
      }
    }
    let whole = Quad(width: Double(picture.width), height: Double(picture.height))
    if max(picture.width, picture.height) > 300, PictureFlaw.isTooDark(picture, whole) {
      return .unreadable(.tooDark, of: .paper, page: page)
    }
    for quad in sheets.map(\.quad) + [whole] {
      let lines = WrittenLines(in: picture.grey.warped(quad, width: Int(quad.width), height: Int(quad.height)))
      guard lines.areAPage else {
        if lines.mayBeAPage, PictureFlaw.isBlurred(picture, quad, limit: 4) {
          return .unreadable(.blurred, of: .paper, page: page)
        }
        continue
      }
      // A line's shape is some half as high again as the letters in it.
      return PictureFlaw.visible(picture, quad, letterHeight: lines.height).map {
        .unreadable($0, of: .paper, page: page)
      }
    }
    return nil
  }

  /// True where the words alone show that no picture could be better: clear, and more of them than a card has.
  public static func isBeyondDoubt(_ text: [TextBlock]) -> Bool {
    PageTextReader.rating(text) >= clearRating && text.allSatisfy { $0.words.count >= mostWordsOfACard }
  }

  /// What keeps a card from being read of which a heading or several labels can be; nil for anything else.
  private static func ofCard(
    _ picture: PagePicture, regions: [LocatedRegion], text: [TextBlock]
  ) -> PictureFlaw? {
    for block in text where block.words.count < mostWordsOfACard {
      let items = Set(CardPlacement.anchors(in: block).map(\.item))
      guard items.contains(.heading) ? items.count >= 2 : items.count >= 3 else { continue }
      let quads = regions.map { region in region.isWholePage ? region.quad : region.quad.lyingLong }
      if quads.contains(where: { PictureFlaw.isCutOff(picture, $0) }) { return .cutOff }
      // A whole picture of another shape than a card's shows a part of one.
      guard let quad = quads.first else { return nil }
      let ratio = quad.lyingLong.width / max(quad.lyingLong.height, 1)
      return (1.25...1.9).contains(ratio) ? PictureFlaw.likeliest(picture, quad.lyingLong) : .cutOff
    }
    return nil
  }

  private static let clearRating = 0.5

  /// The fullest side of a card has some fifty words; a page about cards has more.
  private static let mostWordsOfACard = 80
}
