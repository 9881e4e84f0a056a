import CPango
import Forms

/// A card under the pen: millimetres, 85.60 × 53.98 (ISO/IEC 7810, ID-1), drawn finer than any camera here sees it.
final class CardCanvas {
  static let width = 85.60
  static let height = 53.98
  static let dotsPerMillimetre = 24.0

  let canvas: Canvas
  private let ink = Colour(0.08, 0.09, 0.10)

  /// `tint` colours the ground and the waves over it.
  init(ground: Colour, waves: Colour) {
    canvas = Canvas.picture(
      width: Int((Self.width * Self.dotsPerMillimetre).rounded()),
      height: Int((Self.height * Self.dotsPerMillimetre).rounded()))
    cairo_scale(canvas.context, Self.dotsPerMillimetre, Self.dotsPerMillimetre)
    canvas.fill(x: 0, y: 0, width: Self.width, height: Self.height, ground)
    drawWaves(waves)
  }

  /// A label, a value, a title. Returns where the text ends.
  @discardableResult
  func text(
    _ text: String, x: Double, y: Double, size: Double, bold: Bool = false, italic: Bool = false,
    colour: Colour? = nil, family: TextStyle.Family = .sans, centred: Bool = false
  ) -> Double {
    let block = TextBlock(
      text, TextStyle(family, size: size, bold: bold, italic: italic, colour: colour ?? ink), on: canvas)
    let left = centred ? x - block.size.width / 2 : x
    block.draw(x: left, y: y)
    return left + block.size.width
  }

  /// A label and its value on one line.
  func line(_ label: String, _ value: String, x: Double, y: Double, size: Double = 2.1, valueSize: Double = 2.7) {
    let end = text(label, x: x, y: y, size: size)
    text(value, x: end + 1.6, y: y - (valueSize - size) * 0.9, size: valueSize)
  }

  func nation(centre: Double, english: Bool) {
    text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", x: centre, y: 2.6, size: 2.2, bold: true, centred: true)
    text("Độc lập - Tự do - Hạnh phúc", x: centre, y: 5.5, size: 2.1, centred: true)
    if english {
      text("SOCIALIST REPUBLIC OF VIET NAM", x: centre, y: 8.2, size: 1.8, centred: true)
      text("Independence - Freedom - Happiness", x: centre, y: 10.4, size: 1.8, centred: true)
    }
  }

  /// Where real cards carry the state's emblem: a stamp that says what this is.
  func specimen(x: Double, y: Double) {
    let red = Colour(0.72, 0.16, 0.16)
    canvas.setColour(red)
    cairo_set_line_width(canvas.context, 0.35)
    // Text leaves its pen where it ended: without this, a line would lead from there to the circle.
    cairo_new_path(canvas.context)
    cairo_arc(canvas.context, x, y, 5.2, 0, 2 * .pi)
    cairo_stroke(canvas.context)
    text("MẪU", x: x, y: y - 3.2, size: 3.2, bold: true, colour: red, centred: true)
    text("SPECIMEN", x: x, y: y + 0.8, size: 1.4, colour: red, centred: true)
  }

  /// A head and shoulders out of three shapes.
  func portrait(x: Double, y: Double, width: Double, height: Double, hair: Colour, hairLength: Double) {
    let context = canvas.context
    cairo_save(context)
    cairo_rectangle(context, x, y, width, height)
    cairo_clip(context)
    canvas.fill(x: x, y: y, width: width, height: height, Colour(0.80, 0.86, 0.92))
    let centre = x + width / 2
    oval(centre, y + height * 1.02, width * 0.46, height * 0.40, Colour(0.24, 0.27, 0.36))
    oval(
      centre, y + height * (0.30 + hairLength / 2), width * (0.22 + hairLength / 3), height * (0.17 + hairLength / 2),
      hair)
    oval(centre, y + height * 0.43, width * 0.21, height * 0.25, Colour(0.88, 0.73, 0.60))
    cairo_restore(context)
  }

  func chip(x: Double, y: Double) {
    canvas.fill(x: x, y: y, width: 11, height: 9, Colour(0.84, 0.70, 0.36))
    for step in 1..<4 {
      let gold = Colour(0.60, 0.47, 0.20)
      canvas.rule(
        fromX: x, y: y + Double(step) * 2.25, toX: x + 11, y: y + Double(step) * 2.25, thickness: 0.15, gold)
    }
  }

  func fingerprint(x: Double, y: Double, label: String) {
    let grey = Colour(0.45, 0.48, 0.50)
    canvas.setColour(grey)
    cairo_set_line_width(canvas.context, 0.2)
    cairo_rectangle(canvas.context, x, y, 9, 12)
    cairo_stroke(canvas.context)
    for ring in 1...6 {
      cairo_new_path(canvas.context)
      cairo_save(canvas.context)
      cairo_translate(canvas.context, x + 4.5, y + 6)
      cairo_scale(canvas.context, 0.55, 0.8)
      cairo_arc(canvas.context, 0, 0, Double(ring), 0, 2 * .pi)
      cairo_restore(canvas.context)
      cairo_stroke(canvas.context)
    }
    text(label, x: x, y: y + 12.3, size: 1.5)
  }

  /// 30 characters a line at the pitch of 10 an inch (ICAO 9303-3, 4.3).
  func machineReadable(_ lines: [String]) {
    for (index, line) in lines.enumerated() {
      // A monospaced letter is 0.6 em wide: 2.54 mm a character.
      text(line, x: 4.7, y: 34.6 + Double(index) * 5.8, size: 2.54 / 0.6, family: .monospace)
    }
  }

  private func oval(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ colour: Colour) {
    cairo_save(canvas.context)
    cairo_translate(canvas.context, x, y)
    cairo_scale(canvas.context, width, height)
    canvas.setColour(colour)
    cairo_new_path(canvas.context)
    cairo_arc(canvas.context, 0, 0, 1, 0, 2 * .pi)
    cairo_fill(canvas.context)
    cairo_restore(canvas.context)
  }

  /// Security printing in the manner of guilloches, pale enough to read over.
  private func drawWaves(_ colour: Colour) {
    let context = canvas.context
    cairo_set_line_width(context, 0.12)
    canvas.setColour(colour)
    for line in 0..<46 {
      let base = Double(line) * 1.25 - 1
      for step in 0...214 {
        let x = Double(step) * 0.4
        let y = base + 1.6 * wave(x / 9 + Double(line) * 0.21) + 0.7 * wave(x / 4.1 - Double(line) * 0.13)
        if step == 0 { cairo_move_to(context, x, y) } else { cairo_line_to(context, x, y) }
      }
      cairo_stroke(context)
    }
  }

  /// A sine's look without its library: the same bits on every machine.
  private func wave(_ turns: Double) -> Double {
    let phase = turns - turns.rounded(.down)
    let half = phase < 0.5 ? phase * 2 : (phase - 0.5) * 2
    let arch = 4 * half * (1 - half)
    return phase < 0.5 ? arch : -arch
  }
}
