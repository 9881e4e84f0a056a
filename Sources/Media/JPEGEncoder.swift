import CTurboJPEG

/// Pictures to baseline JPEG files in memory.
public enum JPEGEncoder {
  /// `quality` from 1 to 100.
  public static func encode(
    _ image: GreyImage, quality: Int = 85, dotsPerInch: Int? = nil
  ) throws(EncodingFault) -> [UInt8] {
    try encode(
      image.pixels, width: image.width, height: image.height, grey: true, quality: quality, dotsPerInch: dotsPerInch)
  }

  /// Colour is stored at half the resolution (4:2:0) below quality 90, in full from there on.
  public static func encode(
    _ image: ColourImage, quality: Int = 85, dotsPerInch: Int? = nil
  ) throws(EncodingFault) -> [UInt8] {
    try encode(
      image.pixels, width: image.width, height: image.height, grey: false, quality: quality, dotsPerInch: dotsPerInch)
  }

  private static func encode(
    _ pixels: [UInt8], width: Int, height: Int, grey: Bool, quality: Int, dotsPerInch: Int?
  ) throws(EncodingFault) -> [UInt8] {
    guard (1...65500).contains(width), (1...65500).contains(height), let handle = tjInitCompress() else {
      throw EncodingFault("JPEG cannot hold \(width) x \(height) pixels")
    }
    defer { tjDestroy(handle) }
    let subsampling = grey ? TJSAMP_GRAY : quality < 90 ? TJSAMP_420 : TJSAMP_444
    let format = grey ? TJPF_GRAY : TJPF_RGB
    var buffer: UnsafeMutablePointer<UInt8>?
    var count: UInt = 0
    defer { tjFree(buffer) }
    let result = tjCompress2(
      handle, pixels, Int32(width), 0, Int32(height), Int32(format.rawValue), &buffer, &count,
      Int32(subsampling.rawValue), Int32(min(max(quality, 1), 100)), 0)
    guard result == 0, let buffer else { throw EncodingFault(String(cString: tjGetErrorStr2(handle))) }
    var bytes = [UInt8](UnsafeBufferPointer(start: buffer, count: Int(count)))
    if let dotsPerInch { setDensity(dotsPerInch, in: &bytes) }
    return bytes
  }

  /// TurboJPEG writes the JFIF segment first and its density as 1:1; ITU-T T.871, 10.1 gives the places.
  private static func setDensity(_ dotsPerInch: Int, in bytes: inout [UInt8]) {
    guard bytes.count > 18, bytes[2] == 0xFF, bytes[3] == 0xE0, let density = UInt16(exactly: dotsPerInch) else {
      return
    }
    bytes[13] = 1
    for offset in [14, 16] {
      bytes[offset] = UInt8(density >> 8)
      bytes[offset + 1] = UInt8(density & 0xFF)
    }
  }
}
