import CPango
public import Dossiers
import Media
import Recognition

/// Draws on a page's picture what was found where: outlines of cards and sheets, boxes, and the values read.
public enum PageAnnotation {
  /// A box on the page with what was read there; an empty text draws the box alone.
  public struct Mark: Sendable, Hashable {
    public let box: Box
    public let text: String
    /// Drawn in green rather than red.
    public let isVerified: Bool

    public init(box: Box, text: String, isVerified: Bool) {
      self.box = box
      self.text = text
      self.isVerified = isVerified
    }
  }

  /// The page as PNG. Throws what the PNG encoder throws; a picture too large for cairo comes back unmarked.
  static func png(_ picture: ColourImage, regions: [Quad], marks: [Mark]) throws -> [UInt8] {
    try PNGEncoder.encode(Canvas(picture)?.drawn(regions: regions, marks: marks) ?? picture)
  }
}

extension HostedDocument {
  /// The page with everything on it that this session located and read; `boxes` are framed besides.
  public func annotated(page: Int, boxes: [Box] = []) throws -> [UInt8] {
    var marks = parts.flatMap { part in
      part.fields.filter { $0.value.page == page }.compactMap { name, field in
        field.box.map {
          PageAnnotation.Mark(
            box: $0, text: "\(name): \(PageAnnotation.shown(field.value))", isVerified: field.verified)
        }
      }
    }
    let known = Set(marks.map(\.box))
    marks += boxes.filter { !known.contains($0) }.map { PageAnnotation.Mark(box: $0, text: "", isVerified: false) }
    // Fields that share a box are written under each other, in one order on every run.
    marks.sort { ($0.box.y0, $0.box.x0, $0.text) < ($1.box.y0, $1.box.x0, $1.text) }
    let outlines = (regions[page] ?? []).filter { !$0.isWholePage }.map(\.quad) + (barcodes[page] ?? []).map(\.corners)
    return try PageAnnotation.png(try picture(page: page).colour, regions: outlines, marks: marks)
  }
}

extension PageAnnotation {
  fileprivate static func shown(_ value: JSONValue) -> String {
    switch value {
    case .string(let text): String(text.prefix(60))
    case .integer(let number): String(number)
    case .array(let list): "\(list.count) ×"
    default: ""
    }
  }
}

/// A cairo surface with a picture on it; owns both of cairo's objects.
private final class Canvas {
  private let surface: OpaquePointer
  private let context: OpaquePointer
  private let width: Int
  private let height: Int

  /// Nil where cairo has no memory, or the picture has a side beyond its 32,767 pixels.
  init?(_ picture: ColourImage) {
    guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(picture.width), Int32(picture.height)),
      cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS, let context = cairo_create(surface)
    else { return nil }
    self.surface = surface
    self.context = context
    width = picture.width
    height = picture.height
    cairo_surface_flush(surface)
    let stride = Int(cairo_image_surface_get_stride(surface))
    if let data = cairo_image_surface_get_data(surface) {
      for y in 0..<height {
        // RGB24 is 0x00RRGGBB in the machine's order: blue first on little-endian processors.
        var target = data + y * stride
        var source = 3 * y * width
        for _ in 0..<width {
          target[0] = picture.pixels[source + 2]
          target[1] = picture.pixels[source + 1]
          target[2] = picture.pixels[source]
          target += 4
          source += 3
        }
      }
    }
    cairo_surface_mark_dirty(surface)
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  func drawn(regions: [Quad], marks: [PageAnnotation.Mark]) -> ColourImage {
    let line = max(2, Double(max(width, height)) / 700)
    cairo_set_line_width(context, line)
    for region in regions {
      cairo_set_source_rgba(context, 0.1, 0.35, 0.9, 0.9)
      let corners = region.corners
      cairo_move_to(context, corners[0].x, corners[0].y)
      for corner in corners.dropFirst() { cairo_line_to(context, corner.x, corner.y) }
      cairo_close_path(context)
      cairo_stroke(context)
    }
    var used: [Box: Int] = [:]
    for mark in marks {
      if mark.isVerified {
        cairo_set_source_rgba(context, 0.0, 0.5, 0.2, 0.95)
      } else {
        cairo_set_source_rgba(context, 0.82, 0.1, 0.1, 0.95)
      }
      let box = mark.box
      cairo_rectangle(context, Double(box.x0), Double(box.y0), Double(box.width), Double(box.height))
      cairo_stroke(context)
      if !mark.text.isEmpty {
        write(mark.text, under: box, row: used[box, default: 0], height: line * 7)
        used[box, default: 0] += 1
      }
    }
    return picture()
  }

  /// On a light ground, so that it can be read on whatever the page shows there.
  private func write(_ text: String, under box: Box, row: Int, height size: Double) {
    guard let layout = pango_cairo_create_layout(context),
      let font = pango_font_description_from_string("Noto Sans, DejaVu Sans")
    else {
      return
    }
    defer {
      pango_font_description_free(font)
      g_object_unref(UnsafeMutableRawPointer(layout))
    }
    pango_font_description_set_absolute_size(font, size * Double(PANGO_SCALE))
    pango_layout_set_font_description(layout, font)
    pango_layout_set_text(layout, text, -1)
    var (textWidth, textHeight): (Int32, Int32) = (0, 0)
    pango_layout_get_pixel_size(layout, &textWidth, &textHeight)
    let x = min(Double(max(0, box.x0)), Double(max(0, width - Int(textWidth))))
    let y = min(Double(box.y1) + Double(row) * Double(textHeight), Double(max(0, height - Int(textHeight))))
    cairo_save(context)
    cairo_set_source_rgba(context, 1, 1, 1, 0.8)
    cairo_rectangle(context, x, y, Double(textWidth), Double(textHeight))
    cairo_fill(context)
    cairo_restore(context)
    cairo_move_to(context, x, y)
    pango_cairo_show_layout(context, layout)
    cairo_new_path(context)
  }

  private func picture() -> ColourImage {
    cairo_surface_flush(surface)
    let stride = Int(cairo_image_surface_get_stride(surface))
    var pixels = [UInt8](repeating: 255, count: 3 * width * height)
    if let data = cairo_image_surface_get_data(surface) {
      for y in 0..<height {
        var source = data + y * stride
        var target = 3 * y * width
        for _ in 0..<width {
          pixels[target] = source[2]
          pixels[target + 1] = source[1]
          pixels[target + 2] = source[0]
          source += 4
          target += 3
        }
      }
    }
    return ColourImage(width: width, height: height, pixels: pixels)
  }
}
