public import Media

/// A page's reference picture with the grey versions that reading needs, each made once.
///
/// Not Sendable: it belongs to the thread that reads the page.
public final class PagePicture {
  /// Counted from 1.
  public let page: Int
  let pixels: PagePixels
  public private(set) lazy var grey: GreyImage = {
    switch pixels {
    case .grey(let image): image
    case .colour(let image): image.grey()
    }
  }()
  public private(set) lazy var green: GreyImage = {
    switch pixels {
    case .grey(let image): image
    case .colour(let image): image.channel(1)
    }
  }()
  /// The brightest of each pixel's channels: coloured ink is pale in it, black is black.
  public private(set) lazy var brightest: GreyImage = {
    switch pixels {
    case .grey(let image): image
    case .colour(let image): image.brightestChannel()
    }
  }()

  public var width: Int { pixels.width }
  public var height: Int { pixels.height }

  /// Made anew each time where the page is grey.
  public var colour: ColourImage {
    switch pixels {
    case .grey(let image): ColourImage(image)
    case .colour(let image): image
    }
  }

  /// What it comes to take in memory, with the grey versions.
  public var byteCount: Int {
    switch pixels {
    case .grey: width * height
    // Three bytes a pixel of colour, one of grey and one of green, which most readers come to ask for.
    case .colour: 5 * width * height
    }
  }

  public init(page: Int, pixels: PagePixels) {
    self.page = page
    self.pixels = pixels
  }

  public convenience init(page: Int, colour: ColourImage) {
    self.init(page: page, pixels: PagePixels(colour))
  }
}
