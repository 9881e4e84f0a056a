import CPango
import Dossiers
import Media
import Recognition

/// A cairo surface with a page on it and, where something was read, a white margin at its right; owns both of cairo's
/// objects.
final class AnnotationCanvas {
  private let surface: OpaquePointer
  private let context: OpaquePointer
  private let page: ColourImage
  /// In pixels, as large as letters must be to be read on a screen that shows the whole page.
  private let letters: Double

  /// The page with everything on it; nil where cairo has no memory, or a side is beyond its 32,767 pixels.
  static func drawn(_ page: ColourImage, regions: [Quad], places: [PageAnnotation.Place]) -> ColourImage? {
    let letters = max(13, Double(max(page.width, page.height)) / 64)
    let entries = places.filter(\.isNamed).enumerated()
      .map { AnnotationEntry(number: $0.offset + 1, place: $0.element) }
    let margin = entries.isEmpty ? 0 : Int(letters * 24)
    guard
      let needed = entries.isEmpty
        ? 0 : AnnotationCanvas(page, width: 1, height: 1, letters: letters)?.height(of: entries, width: margin),
      let canvas = AnnotationCanvas(
        page, width: page.width + margin, height: max(page.height, needed), letters: letters)
    else { return nil }
    canvas.show()
    canvas.outline(regions)
    canvas.frame(places)
    canvas.list(entries, width: margin)
    return canvas.picture()
  }

  private init?(_ page: ColourImage, width: Int, height: Int, letters: Double) {
    guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height)) else { return nil }
    guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS, let context = cairo_create(surface) else {
      cairo_surface_destroy(surface)
      return nil
    }
    self.surface = surface
    self.context = context
    self.page = page
    self.letters = letters
    cairo_set_source_rgb(context, 1, 1, 1)
    cairo_paint(context)
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  // MARK: The page

  private func show() {
    cairo_surface_flush(surface)
    let stride = Int(cairo_image_surface_get_stride(surface))
    guard let data = cairo_image_surface_get_data(surface) else { return }
    for y in 0..<page.height {
      // RGB24 is 0x00RRGGBB in the machine's order: blue first on little-endian processors.
      var target = data + y * stride
      var source = 3 * y * page.width
      for _ in 0..<page.width {
        target[0] = page.pixels[source + 2]
        target[1] = page.pixels[source + 1]
        target[2] = page.pixels[source]
        target += 4
        source += 3
      }
    }
    cairo_surface_mark_dirty(surface)
  }

  private func outline(_ regions: [Quad]) {
    cairo_set_line_width(context, max(2, letters / 7))
    cairo_set_source_rgba(context, 0.1, 0.35, 0.9, 0.9)
    for region in regions {
      let corners = region.corners
      cairo_move_to(context, corners[0].x, corners[0].y)
      for corner in corners.dropFirst() { cairo_line_to(context, corner.x, corner.y) }
      cairo_close_path(context)
      cairo_stroke(context)
    }
  }

  private func frame(_ places: [PageAnnotation.Place]) {
    cairo_set_line_width(context, max(2, letters / 8))
    var taken: [Box] = []
    var number = 0
    for place in places {
      colour(place)
      let box = place.box
      cairo_rectangle(context, Double(box.x0), Double(box.y0), Double(box.width), Double(box.height))
      cairo_stroke(context)
      guard place.isNamed else { continue }
      number += 1
      let badge = free(beside: box, digits: number > 9 ? 2 : 1, taken: taken)
      taken.append(badge)
      AnnotationText("\(number)", letters: letters * 0.8, isBold: true).map { text in
        text.draw(on: context, badge: badge)
      }
    }
  }

  /// Where a number fits: left of the box, above it or right of it, off other numbers and on the page; else inside.
  private func free(beside box: Box, digits: Int, taken: [Box]) -> Box {
    let (width, height) = (Int(letters * (0.5 + 0.6 * Double(digits))), Int(letters * 1.15))
    let spots = [
      (box.x0 - width, box.y0), (box.x0, box.y0 - height), (box.x1, box.y0), (box.x1 - width, box.y0 - height),
      (box.x0, box.y1), (box.x0 - width, box.y1 - height), (box.x0, box.y0),
    ].map { Box(x0: $0.0, y0: $0.1, x1: $0.0 + width, y1: $0.1 + height) }
    let onPage = spots.filter { $0.x0 >= 0 && $0.y0 >= 0 && $0.x1 <= page.width && $0.y1 <= page.height }
    return onPage.first { spot in !taken.contains { $0.meets(spot) } } ?? onPage.first ?? spots[6]
  }

  private func colour(_ place: PageAnnotation.Place) {
    if place.isVerified && place.isNamed {
      cairo_set_source_rgb(context, 0, 0.48, 0.2)
    } else if place.isNamed && !place.isDoubtful {
      cairo_set_source_rgb(context, 0.45, 0.1, 0.6)
    } else {
      cairo_set_source_rgb(context, 0.82, 0.1, 0.1)
    }
  }

  // MARK: The margin

  private func height(of entries: [AnnotationEntry], width: Int) -> Int {
    Int(entries.reduce(letters) { $0 + height(of: $1, width: width) })
  }

  private func height(of entry: AnnotationEntry, width: Int) -> Double {
    (AnnotationText(entry.text, letters: letters, width: room(width))?.height ?? 0) + letters * 0.5
  }

  private func room(_ width: Int) -> Double { Double(width) - letters * 2.6 }

  private func list(_ entries: [AnnotationEntry], width: Int) {
    var y = letters / 2
    for entry in entries {
      colour(entry.place)
      let left = Double(page.width) + letters * 0.4
      let badge = Box(
        x0: Int(left), y0: Int(y), x1: Int(left + letters * 1.7), y1: Int(y + letters * 1.15))
      AnnotationText("\(entry.number)", letters: letters * 0.8, isBold: true)?.draw(on: context, badge: badge)
      cairo_set_source_rgb(context, 0.05, 0.05, 0.05)
      AnnotationText(entry.text, letters: letters, width: room(width))?
        .draw(on: context, x: left + letters * 2.1, y: y)
      y += height(of: entry, width: width)
    }
  }

  private func picture() -> ColourImage {
    cairo_surface_flush(surface)
    let (width, height) = (Int(cairo_image_surface_get_width(surface)), Int(cairo_image_surface_get_height(surface)))
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

/// What the margin says of one place.
struct AnnotationEntry {
  let number: Int
  let place: PageAnnotation.Place

  var text: String {
    place.marks.compactMap { mark in
      mark.name.map { name in
        let value = mark.value.contains("\n") ? "\n" + mark.value : mark.value
        return "\(name): \(value) (\(mark.isVerified ? "✓" : "\(mark.certainty)\u{A0}%"))"
      }
    }.joined(separator: "\n")
  }
}

extension Box {
  fileprivate func meets(_ other: Box) -> Bool {
    x0 < other.x1 && other.x0 < x1 && y0 < other.y1 && other.y0 < y1
  }
}
