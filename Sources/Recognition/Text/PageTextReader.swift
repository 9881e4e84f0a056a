import Dossiers
public import Media

/// Reads the text of a page or of a sheet on it: finds out how it lies, straightens it, and reads it line by line.
public struct PageTextReader {
  private let engine: TextEngine

  public init(engine: TextEngine) {
    self.engine = engine
  }

  /// Reads a whole page. `dotsPerInch` is the page's own claim, nil where it makes none.
  public func read(_ page: GreyImage, dotsPerInch: Double?) throws(TextEngineError) -> TextBlock {
    let block = try withoutShadows(page) { picture throws(TextEngineError) in try read(whole: picture) }
    // Screens at night: light letters on dark. Levelling takes the brightest for paper, so these are turned first.
    guard page.isDark, Self.rating([block]) < Self.sureRating else { return block }
    let turned = try read(whole: page.inverted().levelled().withoutLeaders())
    return Self.rating([turned]) > Self.rating([block]) ? turned : block
  }

  private func read(whole page: GreyImage) throws(TextEngineError) -> TextBlock {
    let direction = TextDirection(of: page)
    guard direction.clarity > 0 else {
      return TextBlock(frame: ReadingFrame(width: page.width, height: page.height), words: [], source: .ocr)
    }
    return try read(page, direction, scale: Self.scale(of: page), mode: .column)
  }

  /// Reads a sheet that lies at `frame` on the page: one even block of text, as on a fee receipt.
  public func readSheet(_ page: GreyImage, at frame: ReadingFrame) throws(TextEngineError) -> TextBlock {
    let block = try withoutShadows(frame.cut(from: page)) { sheet throws(TextEngineError) in
      try read(sheet, TextDirection(of: sheet), scale: 1, mode: .block)
    }
    return TextBlock(frame: block.frame.within(frame), words: block.words, source: .ocr)
  }

  /// Reads a levelled picture, and where that goes less than well and sharp shadows lie on it, once more without them.
  private func withoutShadows(
    _ picture: GreyImage, _ read: (GreyImage) throws(TextEngineError) -> TextBlock
  ) throws(TextEngineError) -> TextBlock {
    let block = try read(picture.levelled().withoutLeaders())
    guard Self.rating([block]) < Self.clearRating, let even = picture.levelledUnderShadows() else { return block }
    let again = try read(even.withoutLeaders())
    return again.legibleLetters > block.legibleLetters ? again : block
  }

  /// Letters in shadow lower the mean of a page below this.
  private static let clearRating = 0.92

  /// Reads once more what lies at `frame`, which an earlier reading found, in another rendering.
  public func readAgain(
    _ page: GreyImage, at frame: ReadingFrame, _ rendering: SheetRendering
  ) throws(TextEngineError) -> TextBlock {
    let page = page.isDark ? page.inverted() : page
    let frame = frame.enlarged(by: rendering.factor)
    let cut =
      rendering.isFine
      ? page.warped(frame.outline, width: frame.width, height: frame.height) : frame.cut(from: page)
    let even = rendering.isFine ? cut.levelledUnderShadows() : nil
    var sheet = (even ?? cut.levelled()).withoutLeaders()
    if rendering.deblurring > 0 { sheet = sheet.deblurred(sigma: rendering.deblurring * frame.magnification) }
    if rendering.sharpening > 0 {
      sheet = sheet.sharpened(sigma: 1.5 * rendering.factor, amount: rendering.sharpening)
    }
    if rendering.contrast > 0 {
      sheet = sheet.stretched(black: 90 * rendering.contrast, white: 255 - 30 * rendering.contrast)
    }
    return TextBlock(frame: frame, lines: try engine.recognise(sheet, mode: rendering.mode, dotsPerInch: 300))
  }

  private func read(
    _ image: GreyImage, _ direction: TextDirection, scale: Double, mode: PageMode
  ) throws(TextEngineError) -> TextBlock {
    let turns = direction.isSideways ? 1 : 0
    let upright = try read(image, turns: turns, direction, scale: scale, mode: mode)
    guard upright.rating < Self.sureRating else { return upright.block }
    // Text upside down or sideways still gives words, but poor ones. A look at the middle tells.
    var best = (turns: turns, rating: try sample(image, turns: turns, direction))
    for other in [turns + 2, turns + 1, turns + 3] {
      let rating = try sample(image, turns: other, direction)
      if rating > best.rating + 0.05 { best = (other, rating) }
      if rating >= Self.sureRating { break }
    }
    guard best.turns != turns else { return upright.block }
    let turned = try read(image, turns: best.turns, direction, scale: scale, mode: mode)
    return turned.rating > upright.rating ? turned.block : upright.block
  }

  /// Above this the engine was never wrong about which way up a page lies.
  private static let sureRating = 0.72

  /// The rating of the middle of the picture, read with so many quarter turns.
  private func sample(
    _ image: GreyImage, turns: Int, _ direction: TextDirection
  ) throws(TextEngineError) -> Double {
    let isMeasured = (turns - (direction.isSideways ? 1 : 0)) % 2 == 0
    let picture = ReadingFrame.turned(
      width: image.width, height: image.height, quarterTurns: turns,
      degrees: isMeasured ? direction.skewInDegrees : 0
    ).cut(from: image)
    let middle = Box(
      x0: picture.width / 6, y0: picture.height / 4, x1: picture.width * 5 / 6, y1: picture.height * 5 / 8)
    // Cut out here: given a rectangle of a larger picture, the engine's search for lines goes astray.
    return Self.rating(try engine.recognise(picture.cropped(to: middle), mode: .block, dotsPerInch: 200))
  }

  private func read(
    _ image: GreyImage, turns: Int, _ direction: TextDirection, scale: Double, mode: PageMode
  ) throws(TextEngineError) -> (block: TextBlock, rating: Double) {
    let isMeasured = (turns - (direction.isSideways ? 1 : 0)) % 2 == 0
    // Below a sixth of a degree a page is straight: interpolation would only soften its letters.
    let skew = abs(direction.skewInDegrees) < 0.15 || !isMeasured ? 0 : direction.skewInDegrees
    let isTurnedOver = turns != (direction.isSideways ? 1 : 0)
    let fan = isMeasured ? isTurnedOver ? direction.fan?.turnedOver : direction.fan : nil
    let frame = ReadingFrame.turned(
      width: image.width, height: image.height, quarterTurns: turns, degrees: skew, scale: scale
    ).levelled(fan)
    let isUntouched = turns == 0 && skew == 0 && fan == nil && scale == 1
    let picture = isUntouched ? image : frame.cut(from: image)
    let lines = try engine.recognise(picture, mode: mode, dotsPerInch: 200)
    return (TextBlock(frame: frame, lines: lines), Self.rating(lines))
  }

  /// The mean of the engine's ratings over what was read on a page; 0 where nothing was.
  public static func rating(_ blocks: [TextBlock]) -> Double {
    rating(blocks.flatMap { $0.words.map { ($0.text, $0.confidence) } })
  }

  private static func rating(_ lines: [RecognisedLine]) -> Double {
    rating(lines.flatMap { $0.words.map { ($0.text, $0.confidence) } })
  }

  /// Of words of three letters or more, weighted by letters: shorter ones come from dirt.
  private static func rating(_ words: [(text: String, rating: Double)]) -> Double {
    var sum = 0.0
    var letters = 0
    for word in words {
      let count = word.text.filter(\.isLetter).count
      guard count >= 3 else { continue }
      sum += word.rating * Double(count)
      letters += count
    }
    return letters == 0 ? 0 : sum / Double(letters)
  }

  /// Pages that are far smaller than a scan at 150 dpi are enlarged: the engine needs some 20 pixels a capital.
  private static func scale(of page: GreyImage) -> Double {
    let longSide = max(page.width, page.height)
    return longSide < 1300 ? min(2, 1754 / Double(max(longSide, 1))) : 1
  }
}

extension ReadingFrame {
  /// The same place with `factor` times as many pixels a side.
  func enlarged(by factor: Double) -> ReadingFrame {
    let m = toPage
    return ReadingFrame(
      width: Int((Double(width) * factor).rounded()), height: Int((Double(height) * factor).rounded()),
      toPage: [
        m[0] / factor, m[1] / factor, m[2], m[3] / factor, m[4] / factor, m[5], m[6] / factor, m[7] / factor, m[8],
      ])
  }

  /// The frame's corners on the page.
  public var outline: Quad {
    let corners = [(0, 0), (width, 0), (width, height), (0, height)].map { x, y in
      let point = onPage(x: Double(x), y: Double(y))
      return PicturePoint(x: point.x, y: point.y)
    }
    return Quad(corners: corners)
  }

  /// Frame pixels a page pixel, in the frame's middle.
  var magnification: Double {
    let (x, y) = (Double(width) / 2, Double(height) / 2)
    let (middle, right, down) = (onPage(x: x, y: y), onPage(x: x + 1, y: y), onPage(x: x, y: y + 1))
    let area = abs((right.x - middle.x) * (down.y - middle.y) - (right.y - middle.y) * (down.x - middle.x))
    return area > 0 ? 1 / area.squareRoot() : 1
  }

  /// This frame, which lies in the picture of `outer`, as one that lies on the page.
  func within(_ outer: ReadingFrame) -> ReadingFrame {
    let (a, b) = (outer.toPage, toPage)
    var product = [Double](repeating: 0, count: 9)
    for row in 0..<3 {
      for column in 0..<3 {
        for inner in 0..<3 { product[row * 3 + column] += a[row * 3 + inner] * b[inner * 3 + column] }
      }
    }
    return ReadingFrame(width: width, height: height, toPage: product)
  }
}
