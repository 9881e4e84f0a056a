import CPango

/// A paragraph laid out by Pango: wrapped, aligned, measured, ready to be drawn whole or line by line.
package final class TextBlock {
  package enum Alignment: Sendable {
    case left, centre, right
  }

  private let layout: OpaquePointer
  private let canvas: Canvas

  /// Lays `runs` out to `width` of the canvas's units, or on one line when `width` is nil.
  package init(_ runs: [(String, TextStyle)], width: Double? = nil, alignment: Alignment = .left, on canvas: Canvas) {
    self.canvas = canvas
    let layout: OpaquePointer = pango_cairo_create_layout(canvas.context)
    self.layout = layout
    let context = pango_layout_get_context(layout)
    pango_context_set_language(context, pango_language_from_string("vi"))
    // Positions stay fractional and unhinted, so that a line breaks at the same word on every machine.
    pango_context_set_round_glyph_positions(context, 0)
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
    pango_layout_context_changed(layout)

    if let width { pango_layout_set_width(layout, Int32(width * Double(PANGO_SCALE))) }
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
    let alignments: [Alignment: PangoAlignment] = [
      .left: PANGO_ALIGN_LEFT, .centre: PANGO_ALIGN_CENTER, .right: PANGO_ALIGN_RIGHT,
    ]
    pango_layout_set_alignment(layout, alignments[alignment] ?? PANGO_ALIGN_LEFT)
    set(runs.map { (PlainText.clean($0.0), $0.1) })
  }

  package convenience init(
    _ text: String, _ style: TextStyle, width: Double? = nil, alignment: Alignment = .left, on canvas: Canvas
  ) {
    self.init([(text, style)], width: width, alignment: alignment, on: canvas)
  }

  deinit {
    forms_layout_free(layout)
  }

  /// Narrows the block as far as it can go without another line, so that no single word is left over on the last
  /// one; the place within `width` is kept by the alignment of who draws it.
  package func balance() {
    let lines = lineCount
    let full = pango_layout_get_width(layout)
    guard lines > 1, full > 0 else { return }
    var tooNarrow: Int32 = 0
    var enough = full
    while enough - tooNarrow > PANGO_SCALE {
      let middle = (enough + tooNarrow) / 2
      pango_layout_set_width(layout, middle)
      if lineCount <= lines { enough = middle } else { tooNarrow = middle }
    }
    pango_layout_set_width(layout, enough)
    balancedWidth = units(enough)
  }

  /// The width that `balance` came down to; nil before it, or where there was nothing to balance.
  package private(set) var balancedWidth: Double?

  package var size: (width: Double, height: Double) {
    var logical = PangoRectangle()
    pango_layout_get_extents(layout, nil, &logical)
    return (units(logical.width), units(logical.height))
  }

  package var height: Double { size.height }
  package var lineCount: Int { Int(pango_layout_get_line_count(layout)) }

  /// Characters for which no font has a glyph.
  package var unknownGlyphCount: Int { Int(pango_layout_get_unknown_glyphs_count(layout)) }

  /// From the block's top to the first line's baseline.
  package var baseline: Double { units(pango_layout_get_baseline(layout)) }

  /// Draws the whole block with its upper left corner at (`x`, `y`).
  package func draw(x: Double, y: Double) {
    cairo_move_to(canvas.context, x, y)
    pango_cairo_show_layout(canvas.context, layout)
  }

  /// Where each line stands: left edge, baseline and top, from the block's corner, with its width and height.
  package var lines: [TextLine] {
    guard let iterator = pango_layout_get_iter(layout) else { return [] }
    defer { pango_layout_iter_free(iterator) }
    var lines: [TextLine] = []
    repeat {
      var logical = PangoRectangle()
      pango_layout_iter_get_line_extents(iterator, nil, &logical)
      lines.append(
        TextLine(
          index: lines.count, x: units(logical.x), top: units(logical.y),
          baseline: units(pango_layout_iter_get_baseline(iterator)), width: units(logical.width),
          height: units(logical.height)))
    } while pango_layout_iter_next_line(iterator) != 0
    return lines
  }

  /// Draws one line with its top at `y`, keeping its place across from the block's left edge `x`.
  package func draw(_ line: TextLine, x: Double, y: Double) {
    guard let readOnly = pango_layout_get_line_readonly(layout, Int32(line.index)) else { return }
    cairo_move_to(canvas.context, x + line.x, y + line.baseline - line.top)
    pango_cairo_show_layout_line(canvas.context, readOnly)
  }

  private func set(_ runs: [(String, TextStyle)]) {
    let attributes = pango_attr_list_new()
    defer { pango_attr_list_unref(attributes) }
    var text: [UInt8] = []
    for (part, style) in runs {
      let start = UInt32(text.count)
      text += part.utf8
      let description = pango_font_description_from_string(style.family.rawValue)
      defer { pango_font_description_free(description) }
      pango_font_description_set_absolute_size(description, style.size * Double(PANGO_SCALE))
      pango_font_description_set_weight(description, style.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
      pango_font_description_set_style(description, style.isItalic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL)
      let channel = { (part: Double) in UInt16((part * 65535).rounded()) }
      let made = [
        pango_attr_font_desc_new(description),
        pango_attr_foreground_new(
          channel(style.colour.red), channel(style.colour.green), channel(style.colour.blue)),
      ]
      for attribute in made {
        guard let attribute else { continue }
        attribute.pointee.start_index = start
        attribute.pointee.end_index = UInt32(text.count)
        // The list takes the attribute over.
        pango_attr_list_insert(attributes, attribute)
      }
    }
    text.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { characters in
        pango_layout_set_text(layout, characters.baseAddress, Int32(characters.count))
      }
    }
    pango_layout_set_attributes(layout, attributes)
  }

  private func units(_ pangoUnits: Int32) -> Double {
    Double(pangoUnits) / Double(PANGO_SCALE)
  }
}
