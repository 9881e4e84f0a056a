import Dossiers
import Media

extension ColourImage {
  /// Draws a red frame along the box's inside, as far as it lies in the picture.
  mutating func outline(_ box: Box) {
    let thickness = max(2, max(width, height) / 600)
    let columns = max(0, box.x0)..<max(0, box.x0, min(width, box.x1))
    let rows = max(0, box.y0)..<max(0, box.y0, min(height, box.y1))
    for y in rows {
      let isEdge = y < box.y0 + thickness || y >= box.y1 - thickness
      for x in columns where isEdge || x < box.x0 + thickness || x >= box.x1 - thickness {
        let offset = 3 * (y * width + x)
        pixels[offset] = 208
        pixels[offset + 1] = 24
        pixels[offset + 2] = 24
      }
    }
  }
}
