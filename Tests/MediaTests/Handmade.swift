import Dossiers
import Media

/// Small files made by hand, so that a test knows every byte of them.
enum Handmade {
  /// Black to white from left to right, and a white square in the upper left corner, so that a turn shows.
  static func grey(width: Int = 64, height: Int = 48) -> GreyImage {
    var pixels = [UInt8](repeating: 0, count: width * height)
    for y in 0..<height {
      for x in 0..<width { pixels[y * width + x] = x < width / 4 && y < height / 4 ? 255 : UInt8(x * 160 / width) }
    }
    return GreyImage(width: width, height: height, pixels: pixels)
  }

  static func colour(width: Int = 64, height: Int = 48) -> ColourImage {
    var pixels: [UInt8] = []
    for y in 0..<height {
      for x in 0..<width { pixels += [UInt8(x * 255 / width), UInt8(y * 255 / height), 128] }
    }
    return ColourImage(width: width, height: height, pixels: pixels)
  }

  /// An EXIF structure with an orientation and, where wanted, a resolution in dots an inch.
  static func exif(orientation: UInt16, dotsPerInch: UInt32? = nil) -> [UInt8] {
    var bytes: [UInt8] = Array("MM".utf8) + [0, 42, 0, 0, 0, 8]
    bytes += dotsPerInch == nil ? [0, 1] : [0, 2]
    bytes += [0x01, 0x12, 0, 3, 0, 0, 0, 1, UInt8(orientation >> 8), UInt8(orientation & 0xFF), 0, 0]
    if let dotsPerInch {
      bytes += [0x01, 0x1A, 0, 5, 0, 0, 0, 1, 0, 0, 0, 38, 0, 0, 0, 0]
      bytes += bigEndian(dotsPerInch) + [0, 0, 0, 1]
    } else {
      bytes += [0, 0, 0, 0]
    }
    return bytes
  }

  /// `jpeg` with an APP1 segment behind its first marker.
  static func jpeg(_ jpeg: [UInt8], withExif exif: [UInt8]) -> [UInt8] {
    let payload = Array("Exif\0\0".utf8) + exif
    let length = payload.count + 2
    return Array(jpeg[..<2]) + [0xFF, 0xE1, UInt8(length >> 8), UInt8(length & 0xFF)] + payload + Array(jpeg[2...])
  }

  static func bigEndian(_ value: UInt32) -> [UInt8] {
    [UInt8(value >> 24), UInt8(value >> 16 & 0xFF), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF)]
  }
}

/// What opening, or a call on a document, was refused for; nil when it went through.
func refusal(_ body: () throws(MediaRefusal) -> Void) -> Problem? {
  do {
    try body()
    return nil
  } catch {
    return error.problem
  }
}

func refusalOfOpening(_ bytes: [UInt8], name: String = "tệp", budget: MediaBudget = MediaBudget()) -> Problem? {
  refusal { () throws(MediaRefusal) in _ = try MediaOpener.open(bytes: bytes, name: name, budget: budget) }
}

/// Mean absolute difference of two grey pictures of one size; infinite for different sizes.
func difference(_ first: GreyImage, _ second: GreyImage) -> Double {
  guard first.width == second.width, first.height == second.height else { return .infinity }
  let sum = zip(first.pixels, second.pixels).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }
  return Double(sum) / Double(max(first.pixels.count, 1))
}
