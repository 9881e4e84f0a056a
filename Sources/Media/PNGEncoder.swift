import CPNG
import Glibc

/// Pictures to PNG files in memory, 8 bits a sample.
public enum PNGEncoder {
  /// `compression` from 0 (none) to 9 (smallest, slow).
  public static func encode(
    _ image: GreyImage, dotsPerInch: Double? = nil, compression: Int = 6
  ) throws(EncodingFault) -> [UInt8] {
    try encode(
      image.pixels, width: image.width, height: image.height, channels: 1, dotsPerInch: dotsPerInch,
      compression: compression)
  }

  public static func encode(
    _ image: ColourImage, dotsPerInch: Double? = nil, compression: Int = 6
  ) throws(EncodingFault) -> [UInt8] {
    try encode(
      image.pixels, width: image.width, height: image.height, channels: 3, dotsPerInch: dotsPerInch,
      compression: compression)
  }

  private static func encode(
    _ pixels: [UInt8], width: Int, height: Int, channels: Int, dotsPerInch: Double?, compression: Int
  ) throws(EncodingFault) -> [UInt8] {
    guard width > 0, height > 0, let wide = UInt32(exactly: width), let high = UInt32(exactly: height) else {
      throw EncodingFault("PNG cannot hold \(width) x \(height) pixels")
    }
    let pixelsPerMetre = dotsPerInch.map { UInt32(max(0, min(1e6, ($0 / 0.0254).rounded()))) } ?? 0
    var count = 0
    let level = Int32(min(max(compression, 0), 9))
    guard let bytes = hoso_png_encode(pixels, wide, high, Int32(channels), level, pixelsPerMetre, &count) else {
      throw EncodingFault("libpng could not encode \(width) x \(height) pixels")
    }
    defer { free(bytes) }
    return [UInt8](UnsafeBufferPointer(start: bytes, count: count))
  }
}
