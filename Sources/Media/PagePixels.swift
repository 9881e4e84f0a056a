/// A page's pixels, in one channel where every pixel is grey: scans of print take a third of the memory and work.
public enum PagePixels: Sendable {
  case grey(GreyImage)
  case colour(ColourImage)

  public var width: Int {
    switch self {
    case .grey(let image): image.width
    case .colour(let image): image.width
    }
  }

  public var height: Int {
    switch self {
    case .grey(let image): image.height
    case .colour(let image): image.height
    }
  }

  /// Grey where red, green and blue are the same throughout.
  public init(_ image: ColourImage) {
    self = image.isGrey ? .grey(GreyImage(image)) : .colour(image)
  }
}

extension MediaDocument {
  /// The page's reference picture in as few channels as show all of it.
  public func render(page: Int) throws(MediaRefusal) -> PagePixels {
    if let pdf = self as? PDFDocument { return try pdf.renderPixels(page: page) }
    return PagePixels(try renderColour(page: page, longSideInPixels: nil))
  }
}

extension ColourImage {
  fileprivate var isGrey: Bool {
    pixels.withUnsafeBufferPointer { source in
      for y in 0..<height {
        var difference: UInt8 = 0
        for at in stride(from: 3 * y * width, to: 3 * (y + 1) * width, by: 3) {
          difference |= (source[at] ^ source[at + 1]) | (source[at + 1] ^ source[at + 2])
        }
        if difference != 0 { return false }
      }
      return true
    }
  }
}
