/// Shrinking of whole pictures by area averaging.
enum Scaling {
  static func shrunk(_ pixels: [UInt8], from: PictureSize, to: PictureSize, channels: Int) -> [UInt8] {
    guard from != to else { return pixels }
    var builder = PictureBuilder(
      sourceWidth: from.width, sourceHeight: from.height, channels: channels, width: to.width, height: to.height)
    pixels.withUnsafeBufferPointer { source in
      guard let base = source.baseAddress else { return }
      for row in 0..<from.height { builder.append(base + row * from.width * channels) }
    }
    return builder.pixels
  }
}
