import CPango
import Media

extension ColourImage {
  /// What was drawn on a surface of 24 bits a pixel.
  init?(drawnOn surface: OpaquePointer) {
    cairo_surface_flush(surface)
    guard let bytes = cairo_image_surface_get_data(surface) else { return nil }
    let (width, height) = (Int(cairo_image_surface_get_width(surface)), Int(cairo_image_surface_get_height(surface)))
    let stride = Int(cairo_image_surface_get_stride(surface))
    var pixels: [UInt8] = []
    pixels.reserveCapacity(width * height * 3)
    for y in 0..<height {
      for x in 0..<width {
        let at = y * stride + 4 * x
        // Cairo's words are blue, green, red on little-endian machines.
        pixels += [bytes[at + 2], bytes[at + 1], bytes[at]]
      }
    }
    self.init(width: width, height: height, pixels: pixels)
  }
}
