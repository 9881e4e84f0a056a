import Media

/// Pixels to the smallest stream that keeps what counts in them.
enum RasterPicture {
  /// `losslessLimit`: a picture that takes more bytes without loss becomes a JPEG of that `quality`; nil keeps every
  /// picture as it is.
  static func encode(
    _ image: ColourImage, losslessLimit: Int?, quality: Int
  ) throws(NormalisingError) -> PDFPicture {
    do {
      let content = Content(image)
      if content == .bilevel { return bilevel(image) }
      let grey = content == .grey ? GreyImage(width: image.width, height: image.height, pixels: thinned(image)) : nil
      if losslessLimit.map({ worthTrying(image, $0) }) ?? true {
        let png = try grey.map { try PNGEncoder.encode($0) } ?? PNGEncoder.encode(image)
        if png.count <= losslessLimit ?? Int.max, let picture = PNGPicture(png) {
          return picture.picture(orientation: 1)
        }
      }
      let jpeg =
        try grey.map { try JPEGEncoder.encode($0, quality: quality) } ?? JPEGEncoder.encode(image, quality: quality)
      guard let picture = JPEGPicture(jpeg) else { throw NormalisingError.unsuitable("the encoder wrote no JPEG") }
      return picture.picture(orientation: 1)
    } catch let error as NormalisingError {
      throw error
    } catch {
      throw NormalisingError.unsuitable("\(error)")
    }
  }

  private enum Content {
    case bilevel, grey, colour

    init(_ image: ColourImage) {
      var isBilevel = true
      let isGrey = image.pixels.withUnsafeBufferPointer { pixels in
        var offset = 0
        while offset + 2 < pixels.count {
          let value = pixels[offset]
          guard value == pixels[offset + 1], value == pixels[offset + 2] else { return false }
          if value != 0, value != 255 { isBilevel = false }
          offset += 3
        }
        return true
      }
      self = isGrey ? isBilevel ? .bilevel : .grey : .colour
    }
  }

  private static func thinned(_ image: ColourImage) -> [UInt8] {
    stride(from: 0, to: image.pixels.count, by: 3).map { image.pixels[$0] }
  }

  /// Where most pixels repeat their left neighbour (print on white), rows without loss are as small as a JPEG's.
  private static func worthTrying(_ image: ColourImage, _ limit: Int) -> Bool {
    var changes = 0
    image.pixels.withUnsafeBufferPointer { pixels in
      var offset = 3
      while offset + 2 < pixels.count {
        if pixels[offset] != pixels[offset - 3] || pixels[offset + 1] != pixels[offset - 2]
          || pixels[offset + 2] != pixels[offset - 1]
        {
          changes += 1
        }
        offset += 3
      }
    }
    // A changed pixel costs about a byte.
    return changes < limit
  }

  /// One bit a pixel, rows padded to whole bytes; 1 is white.
  private static func bilevel(_ image: ColourImage) -> PDFPicture {
    let stride = (image.width + 7) / 8
    var rows = [UInt8](repeating: 0, count: stride * image.height)
    rows.withUnsafeMutableBufferPointer { rows in
      image.pixels.withUnsafeBufferPointer { pixels in
        for y in 0..<image.height {
          for x in 0..<image.width where pixels[3 * (y * image.width + x)] != 0 {
            rows[y * stride + x >> 3] |= 0x80 >> UInt8(x & 7)
          }
        }
      }
    }
    return PDFPicture(
      widthInPixels: image.width, heightInPixels: image.height,
      entries: "/Width \(image.width) /Height \(image.height) /BitsPerComponent 1 /Filter /FlateDecode", colour: .grey,
      bytes: Deflate.compress(rows, level: 9))
  }
}
