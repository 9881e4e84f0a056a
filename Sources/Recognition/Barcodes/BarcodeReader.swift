import CZXing
public import Media

/// Reads QR codes and the other symbols that papers carry, in attempts of rising cost.
public struct BarcodeReader: Sendable {
  /// The kinds of code that papers carry.
  public enum Format: String, Sendable, CaseIterable {
    /// With Micro QR.
    case qr
    case pdf417
    case dataMatrix = "data-matrix"
    case aztec
    case code128 = "code-128"

    /// ZXing's names for it.
    fileprivate var symbologies: String {
      switch self {
      case .qr: "QRCode|MicroQRCode"
      case .pdf417: "PDF417"
      case .dataMatrix: "DataMatrix"
      case .aztec: "Aztec"
      case .code128: "Code128"
      }
    }
  }

  private let symbologies: String

  /// Each format more takes time, and sees more that is none.
  public init(formats: [Format] = [.qr]) {
    symbologies = formats.map(\.symbologies).joined(separator: "|")
  }

  /// Every symbol of the page, each once. `regions` are the page's located cards: a card's corner is looked at
  /// closer when the page as it is yields none inside of it.
  public func read(_ picture: PagePicture, regions: [LocatedRegion]) -> [Barcode] {
    var found = decode(picture.grey, page: picture.page, mapping: nil)
    found = merge(found, ladder(picture, regions: regions, found: found))
    return found
  }

  /// The symbols in a bare picture, with every attempt that does not need a located card.
  public func read(_ image: GreyImage, page: Int = 1) -> [Barcode] {
    let raw = decode(image, page: page, mapping: nil)
    if !raw.isEmpty { return raw }
    let twice = enlarged(image, page: page)
    if !twice.isEmpty { return twice }
    let attempts: [() -> [Barcode]] = [
      { decode(image.resized(by: 0.5), page: page, mapping: Homography(m: [2, 0, 0, 0, 2, 0, 0, 0, 1])) },
      { decode(image.blurred(sigma: 1.5), page: page, mapping: nil) },
      { decode(image.blurred(sigma: 1).sauvola(radius: 20, k: 0.15), page: page, mapping: nil) },
      // White on black.
      {
        decode(
          GreyImage(width: image.width, height: image.height, pixels: image.pixels.map { 255 - $0 }), page: page,
          mapping: nil)
      },
    ]
    for attempt in attempts {
      let found = attempt()
      if !found.isEmpty { return found }
    }
    return []
  }

  /// The symbols that one pass finds: for codes printed large.
  public func quickRead(_ image: GreyImage, page: Int = 1) -> [Barcode] {
    decode(image, page: page, mapping: nil)
  }

  private func enlarged(_ image: GreyImage, page: Int) -> [Barcode] {
    // Beyond this the doubled picture costs more than a photograph of a small code is worth.
    guard image.width * image.height <= 4_000_000 else { return [] }
    let twice = image.resized(by: 2)
    let half = Homography(m: [0.5, 0, 0, 0, 0.5, 0, 0, 0, 1])
    let plain = decode(twice, page: page, mapping: half)
    if !plain.isEmpty { return plain }
    return decode(twice.sharpened(sigma: 3, amount: 2), page: page, mapping: half)
  }

  /// Looks closer at each region without a card's payload: at the corners where cards carry their code.
  private func ladder(_ picture: PagePicture, regions: [LocatedRegion], found: [Barcode]) -> [Barcode] {
    var result: [Barcode] = []
    let isFlat = picture.grey.hasWhiteBorder
    for region in regions {
      // A line code on a card says nothing about the card's own code.
      if found.contains(where: { $0.isSquare && region.quad.contains($0.corners.centre) }) { continue }
      // What is flat and printed, without a spot as fine and even as a small code, has none to enlarge.
      if isFlat, !(region.isWholePage ? picture.grey.hasFineTexture : picture.grey.hasFineTexture(in: region.quad.box))
      {
        continue
      }
      if region.isWholePage {
        result += enlarged(picture.grey, page: picture.page)
      } else if let barcode = cardCorner(picture, region: region) {
        result.append(barcode)
      } else {
        result += sheet(picture, region: region)
      }
    }
    return result
  }

  /// A receipt's code may stand anywhere on it.
  private func sheet(_ picture: PagePicture, region: LocatedRegion) -> [Barcode] {
    let scale = 1400 / max(region.quad.width, region.quad.height, 1)
    let (width, height) = (Int(region.quad.width * scale), Int(region.quad.height * scale))
    let image = picture.grey.warped(region.quad, width: max(width, 32), height: max(height, 32))
    let mapping = Homography(rectangleWidth: Double(image.width), height: Double(image.height), onto: region.quad)
    return decode(image.sharpened(sigma: 3, amount: 2), page: picture.page, mapping: mapping)
  }

  private func cardCorner(_ picture: PagePicture, region: LocatedRegion) -> Barcode? {
    let upright = region.quad.lyingLong
    // The code sits in the upper right of the card: a 2000 px card gives each module some 9 px.
    let crops = [upright, upright.turned(quarterTurns: 2)].compactMap {
      quad -> (image: GreyImage, mapping: Homography)? in
      let whole = Homography(rectangleWidth: 2000, height: 1262, onto: quad)
      let corner = Quad(
        topLeft: whole.map(1340, -20), topRight: whole.map(2020, -20), bottomRight: whole.map(2020, 620),
        bottomLeft: whole.map(1340, 620))
      // A code is some 155 pixels wide at half of that size.
      guard picture.grey.warped(corner, width: 340, height: 320).hasMixedSquare(side: 76, spot: 25) else { return nil }
      return (
        picture.grey.warped(corner, width: 680, height: 640),
        Homography(rectangleWidth: 680, height: 640, onto: corner)
      )
    }
    let renderings: [(GreyImage) -> GreyImage] = [
      { $0 },
      { $0.sharpened(sigma: 3, amount: 2) },
      { $0.resized(by: 0.5) },
      { $0.blurred(sigma: 1).sharpened(sigma: 4, amount: 2).sauvola(radius: 20, k: 0.15) },
      { $0.blurred(sigma: 2).sauvola(radius: 40, k: 0.1) },
    ]
    for render in renderings {
      for crop in crops {
        let image = render(crop.image)
        let factor = Double(crop.image.width) / Double(image.width)
        let shrink = Homography(m: [factor, 0, 0, 0, factor, 0, 0, 0, 1])
        let read = decode(image, page: picture.page, mapping: crop.mapping.after(shrink))
        if let barcode = read.first { return barcode }
      }
    }
    return nil
  }

  /// One pass of the decoder. `mapping` leads from the image to the page.
  private func decode(_ image: GreyImage, page: Int, mapping: Homography?) -> [Barcode] {
    var symbols: UnsafeMutablePointer<czxing_symbol>?
    let count = image.pixels.withUnsafeBufferPointer { pixels in
      czxing_read(
        pixels.baseAddress, Int32(image.width), Int32(image.height), Int32(image.width), symbologies, 1, &symbols)
    }
    guard count >= 0, let symbols else { return [] }
    defer { czxing_free(symbols, count) }
    return (0..<Int(count)).map { index in
      let symbol = symbols[index]
      let raw = symbol.corners
      let places = [(raw.0, raw.1), (raw.2, raw.3), (raw.4, raw.5), (raw.6, raw.7)].map { x, y in
        mapping?.map(Double(x), Double(y)) ?? PicturePoint(x: Double(x), y: Double(y))
      }
      let format = withUnsafeBytes(of: symbol.format) { name in
        String(decoding: name.prefix { $0 != 0 }, as: UTF8.self)
      }
      return Barcode(
        page: page, format: format, bytes: Array(UnsafeBufferPointer(start: symbol.bytes, count: symbol.length)),
        corners: Quad(corners: places))
    }
  }

  private func merge(_ first: [Barcode], _ second: [Barcode]) -> [Barcode] {
    first
      + second.filter { new in !first.contains { $0.bytes == new.bytes && $0.corners.contains(new.corners.centre) } }
  }
}
