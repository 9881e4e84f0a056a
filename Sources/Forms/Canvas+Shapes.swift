import CPango

/// Rules, boxes and dots.
extension Canvas {
  package func setColour(_ colour: Colour) {
    cairo_set_source_rgba(context, colour.red, colour.green, colour.blue, colour.alpha)
  }

  package func fill(x: Double, y: Double, width: Double, height: Double, _ colour: Colour) {
    setColour(colour)
    cairo_rectangle(context, x, y, width, height)
    cairo_fill(context)
  }

  package func rule(
    fromX: Double, y fromY: Double, toX: Double, y toY: Double, thickness: Double, _ colour: Colour = .black
  ) {
    setColour(colour)
    cairo_set_line_width(context, thickness)
    cairo_move_to(context, fromX, fromY)
    cairo_line_to(context, toX, toY)
    cairo_stroke(context)
  }

  /// A dotted line to write on. Drawn, not typed: dots must not turn up in the text that is copied out.
  package func dots(fromX: Double, toX: Double, y: Double) {
    guard toX > fromX else { return }
    cairo_save(context)
    setColour(.black)
    cairo_set_line_width(context, 0.7)
    cairo_set_line_cap(context, CAIRO_LINE_CAP_ROUND)
    cairo_set_dash(context, [0, 2.4], 2, 0)
    cairo_move_to(context, fromX, y)
    cairo_line_to(context, toX, y)
    cairo_stroke(context)
    cairo_restore(context)
  }

  /// A QR symbol with its quiet zone in a white square of `side` at (`x`, `y`).
  package func draw(_ matrix: QRMatrix, x: Double, y: Double, side: Double, quietZone: Int = 4) {
    fill(x: x, y: y, width: side, height: side, .white)
    let module = side / Double(matrix.size + 2 * quietZone)
    setColour(.black)
    for row in 0..<matrix.size {
      // Neighbours become one rectangle: no hairlines between modules in a viewer that smooths edges.
      var column = 0
      while column < matrix.size {
        guard matrix.isDark(row: row, column: column) else {
          column += 1
          continue
        }
        let first = column
        while column < matrix.size, matrix.isDark(row: row, column: column) { column += 1 }
        cairo_rectangle(
          context, x + Double(first + quietZone) * module, y + Double(row + quietZone) * module,
          Double(column - first) * module, module)
      }
    }
    cairo_fill(context)
  }
}
