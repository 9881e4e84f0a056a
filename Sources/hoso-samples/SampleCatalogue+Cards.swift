import Media

extension SampleCatalogue {
  static func cards() throws -> [SampleDossier] {
    [
      SampleDossier(
        folder: "01-cccd-2021-photos", outcome: .accepted, details: details(People.mau, phone: "0900000017"),
        files: [
          ("mat-truoc.jpg", try photo(Cards.front2021(People.mau), Views.leaning)),
          ("mat-sau.jpg", try photo(Cards.back2021(People.mau), Views.flat)),
        ]),
      SampleDossier(
        folder: "02-cccd-2021-scans", outcome: .accepted, details: details(People.thu, phone: "0900000038"),
        files: [
          ("scan0001.jpg", try scan(Cards.front2021(People.thu), slope: 0.012, seed: 21)),
          ("scan0002.jpg", try scan(Cards.back2021(People.thu), slope: -0.008, seed: 22)),
        ]),
      SampleDossier(
        folder: "03-can-cuoc-2024", outcome: .accepted, details: details(People.du, phone: "0900000060"),
        files: [
          ("IMG_2041.jpg", try photo(Cards.front2024(People.du), Views.wood)),
          ("IMG_2042.jpg", try photo(Cards.back2024(People.du), Views.slate)),
        ]),
      SampleDossier(
        folder: "04-cmnd-9-digits", outcome: .accepted, details: details(People.gia, phone: "0900000046"),
        files: [("cmnd.jpg", try photo(Cards.frontOld(People.gia), Views.green))]),
    ]
  }

  /// Each picture its own table, light and angle; the card always some 1,000 pixels wide or more.
  enum Views {
    static let leaning = Photograph(
      corners: [(0.12, 0.20), (0.86, 0.13), (0.89, 0.76), (0.09, 0.80)], table: (112, 104, 98), seed: 11)
    static let flat = Photograph(
      corners: [(0.13, 0.17), (0.88, 0.19), (0.87, 0.83), (0.12, 0.80)], table: (112, 104, 98), seed: 12)
    static let wood = Photograph(
      corners: [(0.11, 0.15), (0.87, 0.18), (0.85, 0.82), (0.13, 0.80)], table: (150, 112, 76), seed: 31)
    static let slate = Photograph(
      corners: [(0.10, 0.19), (0.88, 0.14), (0.90, 0.80), (0.11, 0.84)], table: (72, 82, 96), seed: 32)
    static let green = Photograph(
      corners: [(0.13, 0.16), (0.87, 0.20), (0.86, 0.83), (0.11, 0.79)], table: (64, 84, 68), seed: 41)
    static let cloth = Photograph(
      corners: [(0.10, 0.18), (0.89, 0.16), (0.88, 0.82), (0.12, 0.83)], table: (86, 76, 112), seed: 51)
  }

  static func photo(_ card: ColourImage, _ view: Photograph) throws -> [UInt8] {
    try JPEGEncoder.encode(view.take(card), quality: 80, dotsPerInch: 72)
  }

  /// A flatbed's picture of part of its glass, 300 dots an inch.
  static func scan(_ card: ColourImage, slope: Double, seed: UInt64) throws -> [UInt8] {
    let sheet = Flatbed.Sheet(
      image: card, x: 9, y: 12, width: CardCanvas.width, slope: slope, corner: 3.2)
    let glass = Flatbed(width: 105, height: 80, dotsPerInch: 300, seed: seed)
    return try JPEGEncoder.encode(glass.scan([sheet]), quality: 85, dotsPerInch: 300)
  }
}
