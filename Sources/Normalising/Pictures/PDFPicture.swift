/// A picture as a PDF stream holds it: what its dictionary says of it, and its bytes as they are stored.
struct PDFPicture {
  /// As a person sees it after `placement`'s turn, in pixels.
  let widthInPixels: Int
  let heightInPixels: Int
  /// The dictionary's entries besides type, colour space and length.
  let entries: String
  let colour: Colour
  let bytes: [UInt8]
  /// The unit square's map to an upright page one wide and one high: how the stored picture must be turned.
  var placement = Placement.upright
  /// What a JBIG2 picture shares with others of its file.
  var globals: [UInt8]?

  enum Colour {
    case grey
    case rgb
    /// Three bytes a colour.
    case palette([UInt8])
    /// The picture brings its own profile, of that many components.
    case profile([UInt8], components: Int)
  }

  /// The first four numbers of a transformation matrix, and where its origin lies on the unit page.
  struct Placement {
    let matrix: (a: Double, b: Double, c: Double, d: Double)
    let origin: (x: Double, y: Double)

    static let upright = Placement(matrix: (1, 0, 0, 1), origin: (0, 0))

    /// How a picture of that EXIF orientation (CIPA DC-008, 4.6.4) comes to stand upright.
    init(orientation: Int) {
      switch orientation {
      case 2: self.init(matrix: (-1, 0, 0, 1), origin: (1, 0))
      case 3: self.init(matrix: (-1, 0, 0, -1), origin: (1, 1))
      case 4: self.init(matrix: (1, 0, 0, -1), origin: (0, 1))
      case 5: self.init(matrix: (0, -1, -1, 0), origin: (1, 1))
      case 6: self.init(matrix: (0, -1, 1, 0), origin: (0, 1))
      case 7: self.init(matrix: (0, 1, 1, 0), origin: (0, 0))
      case 8: self.init(matrix: (0, 1, -1, 0), origin: (1, 0))
      default: self = .upright
      }
    }

    private init(matrix: (a: Double, b: Double, c: Double, d: Double), origin: (x: Double, y: Double)) {
      self.matrix = matrix
      self.origin = origin
    }
  }
}
