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
    let block = try read(whole: LevelledPicture(page))
    // Screens at night: light letters on dark. Levelling takes the brightest for paper, so these are turned first.
    guard page.isDark, Self.rating([block]) < Self.sureRating else { return block }
    let turned = try read(whole: LevelledPicture(page.inverted()))
    return Self.rating([turned]) > Self.rating([block]) ? turned : block
  }

  private func read(whole page: LevelledPicture) throws(TextEngineError) -> TextBlock {
    let image = page.plain.image
    guard page.plain.direction.clarity > 0 else {
      return TextBlock(frame: ReadingFrame(width: image.width, height: image.height), words: [], source: .ocr)
    }
    return try read(page, scale: Self.scale(of: image), mode: .column)
  }

  /// Reads a sheet that lies at `frame` on the page: one even block of text, as on a fee receipt.
  public func readSheet(_ page: GreyImage, at frame: ReadingFrame) throws(TextEngineError) -> TextBlock {
    let block = try read(LevelledPicture(frame.cut(from: page)), scale: 1, mode: .block)
    return TextBlock(frame: block.frame.within(frame), words: block.words, source: .ocr)
  }

  /// How well the engine reads the middle of what lies at `frame`, whichever way up: a fraction of the work of reading
  /// it all. To compare with `ratingOfMiddle` of what another engine has read there.
  public func ratingOfMiddle(_ page: GreyImage, at frame: ReadingFrame) throws(TextEngineError) -> Double {
    let page = page.isDark ? page.inverted() : page
    let middle = Self.middle(of: frame).cut(from: page).levelled()
    let upright = Self.rating(try engine.recognise(middle, mode: .block, dotsPerInch: 200))
    guard upright < Self.sureRating else { return upright }
    let turned = middle.rotated(quarterTurns: 2)
    return max(upright, Self.rating(try engine.recognise(turned, mode: .block, dotsPerInch: 200)))
  }

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
    _ picture: LevelledPicture, scale: Double, mode: PageMode
  ) throws(TextEngineError) -> TextBlock {
    let turns = picture.plain.direction.isSideways ? 1 : 0
    var best = try read(picture.plain, turns: turns, scale: scale, mode: mode)
    if best.rating < Self.sureRating {
      // Text upside down or sideways still gives words, but poor ones. A look at the middle tells.
      let side = try likeliestSide(picture.plain, first: turns)
      if side != turns {
        let turned = try read(picture.plain, turns: side, scale: scale, mode: mode)
        if turned.rating > best.rating { best = turned }
      }
    }
    // What goes less than well is read once more without the sharp shadows that lie on it, if any do.
    guard best.rating < Self.clearRating, let even = picture.withoutShadows else { return best.block }
    let again = try read(even, turns: best.turns, scale: scale, mode: mode)
    return again.block.legibleLetters > best.block.legibleLetters ? again.block : best.block
  }

  /// How many quarter turns bring the picture's text upright: `first`, unless others clearly read better.
  private func likeliestSide(
    _ rendering: LevelledPicture.Rendering, first: Int
  ) throws(TextEngineError) -> Int {
    var best = (turns: first, rating: try sample(rendering, turns: first))
    for turns in [first + 2, first + 1, first + 3] {
      let rating = try sample(rendering, turns: turns)
      if rating > best.rating + 0.05 { best = (turns, rating) }
      if rating >= Self.sureRating { break }
    }
    return best.turns
  }

  /// Letters in shadow lower the mean of a page below this.
  private static let clearRating = 0.92

  /// Above this the engine was never wrong about which way up a page lies.
  private static let sureRating = 0.72

  /// The rating of the middle of the picture, read with so many quarter turns.
  private func sample(_ rendering: LevelledPicture.Rendering, turns: Int) throws(TextEngineError) -> Double {
    let (image, direction) = (rendering.image, rendering.direction)
    let isMeasured = (turns - (direction.isSideways ? 1 : 0)) % 2 == 0
    let frame = ReadingFrame.turned(
      width: image.width, height: image.height, quarterTurns: turns,
      degrees: isMeasured ? direction.skewInDegrees : 0)
    // Cut out here: given a rectangle of a larger picture, the engine's search for lines goes astray.
    let middle = Self.middle(of: frame).cut(from: image)
    return Self.rating(try engine.recognise(middle, mode: .block, dotsPerInch: 200))
  }

  /// A quarter of a picture, where something is written as a rule.
  private static func middle(of frame: ReadingFrame) -> ReadingFrame { frame.part(middleBox(of: frame)) }

  /// A pixel at least, as pictures of one row have a middle, too.
  private static func middleBox(of frame: ReadingFrame) -> Box {
    let (x0, y0) = (frame.width / 6, frame.height / 4)
    return Box(
      x0: x0, y0: y0, x1: max(x0 + 1, frame.width * 5 / 6), y1: max(y0 + 1, frame.height * 5 / 8))
  }

  private func read(
    _ rendering: LevelledPicture.Rendering, turns: Int, scale: Double, mode: PageMode
  ) throws(TextEngineError) -> (block: TextBlock, rating: Double, turns: Int) {
    let (image, direction) = (rendering.image, rendering.direction)
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
    return (TextBlock(frame: frame, lines: lines), Self.rating(lines), turns)
  }

  /// The mean of the engine's ratings over the words in the middle of what was read; over all where none are there.
  public static func ratingOfMiddle(_ block: TextBlock) -> Double {
    let middle = middleBox(of: block.frame)
    let words = block.words.filter { word in
      let (x, y) = ((word.box.x0 + word.box.x1) / 2, (word.box.y0 + word.box.y1) / 2)
      return (middle.x0..<middle.x1).contains(x) && (middle.y0..<middle.y1).contains(y)
    }
    return rating((words.isEmpty ? block.words : words).map { ($0.text, $0.confidence) })
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
