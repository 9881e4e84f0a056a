import Media

/// A picture of writing in the renderings that reading a page or a sheet begins with, made when they are asked for.
final class LevelledPicture {
  struct Rendering {
    let image: GreyImage
    /// How the lines lie in it.
    let direction: TextDirection

    fileprivate init(_ image: GreyImage) {
      self.image = image
      direction = TextDirection(of: image)
    }
  }

  private let picture: GreyImage
  private(set) lazy var plain = Rendering(picture.levelled().withoutLeaders())
  /// Nil where no sharp shadows lie on it.
  private(set) lazy var withoutShadows = picture.levelledUnderShadows().map { Rendering($0.withoutLeaders()) }

  init(_ picture: GreyImage) {
    self.picture = picture
  }
}
