import Media

/// A TIFF 6.0 file of several pages, as office scanners write them.
enum TIFFFile {
  enum Page {
    /// Black and white, packed bits.
    case bilevel(GreyImage)
    /// A whole JPEG stream in one strip (TIFF Technical Note 2).
    case jpeg([UInt8], width: Int, height: Int)
  }

  static func file(_ pages: [Page], dotsPerInch: Int) -> [UInt8] {
    var file: [UInt8] = [0x49, 0x49, 42, 0]
    // The place that the next directory's offset is written to.
    var link = file.count
    file += four(0)
    for page in pages {
      let (data, width, height, entries) = strip(page)
      if file.count % 2 == 1 { file.append(0) }
      let dataAt = file.count
      file += data
      if file.count % 2 == 1 { file.append(0) }
      let resolutionAt = file.count
      file += four(dotsPerInch) + four(1)
      let directoryAt = file.count
      let all =
        (entries + [
          (254, 4, 2), (256, 4, width), (257, 4, height), (273, 4, dataAt), (277, 3, 1), (278, 4, height),
          (279, 4, data.count), (282, 5, resolutionAt), (283, 5, resolutionAt), (296, 3, 2),
        ]).sorted { $0.0 < $1.0 }
      file += two(all.count)
      for (tag, type, value) in all { file += two(tag) + two(type) + four(1) + four(value) }
      file.replaceSubrange(link..<link + 4, with: four(directoryAt))
      link = file.count
      file += four(0)
    }
    return file
  }

  private static func strip(_ page: Page) -> ([UInt8], Int, Int, [(Int, Int, Int)]) {
    switch page {
    case .jpeg(let bytes, let width, let height):
      // Compression 7, 8 bits, grey where 0 is black.
      return (bytes, width, height, [(258, 3, 8), (259, 3, 7), (262, 3, 1)])
    case .bilevel(let image):
      var data: [UInt8] = []
      for y in 0..<image.height {
        var row = [UInt8](repeating: 0, count: (image.width + 7) / 8)
        for x in 0..<image.width where image.pixels[y * image.width + x] < 128 {
          row[x / 8] |= 0x80 >> UInt8(x % 8)
        }
        data += packed(row)
      }
      // Compression 32773, 1 bit, 0 is white.
      return (data, image.width, image.height, [(258, 3, 1), (259, 3, 32773), (262, 3, 0)])
    }
  }

  /// PackBits: runs of 2 … 128 equal bytes, and literal stretches.
  private static func packed(_ row: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < row.count {
      var run = 1
      while run < 128, index + run < row.count, row[index + run] == row[index] { run += 1 }
      if run > 1 {
        result += [UInt8(truncatingIfNeeded: 257 - run), row[index]]
        index += run
        continue
      }
      let start = index
      while index < row.count, index - start < 128, index + 1 >= row.count || row[index] != row[index + 1] {
        index += 1
      }
      result.append(UInt8(index - start - 1))
      result += row[start..<index]
    }
    return result
  }

  private static func two(_ value: Int) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF)] }
  private static func four(_ value: Int) -> [UInt8] { two(value & 0xFFFF) + two(value >> 16 & 0xFFFF) }
}
