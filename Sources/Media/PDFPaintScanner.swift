import Glibc

/// Follows a content stream as long as it does nothing but place objects and lay invisible text over them.
///
/// Anything else (a line, a visible letter, a clip, a graphics state with who knows what in it) ends the walk: such a
/// page is more than the pictures on it.
struct PDFPaintScanner {
  /// The first two rows of a transformation matrix, and the shift (ISO 32000-1, 8.3.3).
  struct Matrix {
    var (a, b, c, d, e, f) = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

    /// `self` first, then `other`.
    func then(_ other: Matrix) -> Matrix {
      var result = Matrix()
      result.a = a * other.a + b * other.c
      result.b = a * other.b + b * other.d
      result.c = c * other.a + d * other.c
      result.d = c * other.b + d * other.d
      result.e = e * other.a + f * other.c + other.e
      result.f = e * other.b + f * other.d + other.f
      return result
    }

    init() {}

    /// Nil for anything but six numbers.
    init?(_ numbers: [Double]) {
      guard numbers.count == 6, numbers.allSatisfy(\.isFinite) else { return nil }
      (a, b, c, d, e, f) = (numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5])
    }
  }

  /// An object that is painted: its name without the slash, where, and in which text rendering mode.
  struct Placed {
    let name: String
    let matrix: Matrix
    let mode: Int
  }

  private(set) var placed: [Placed] = []
  private var matrix: Matrix
  private var mode: Int
  private var saved: [(Matrix, Int)] = []
  private var numbers: [Double] = []
  private var name = ""

  /// Nil where the stream does anything else. `matrix` and `mode` are those in force at its beginning.
  init?(_ content: [UInt8], matrix: Matrix, mode: Int) {
    self.matrix = matrix
    self.mode = mode
    var words = PDFContentWords(content)
    while let word = words.next() {
      switch word {
      case .number(let value): numbers.append(value)
      case .name(let text): name = text
      case .other: break
      case .operation(let text):
        guard run(text) else { return nil }
        numbers.removeAll(keepingCapacity: true)
      }
      // No operator takes as many; an array of kerned text may.
      if numbers.count > 64 { numbers.removeFirst(32) }
    }
    guard words.isWellFormed else { return nil }
  }

  /// False for operators that could show.
  private mutating func run(_ operation: String) -> Bool {
    switch operation {
    case "q":
      guard saved.count < 28 else { return false }
      saved.append((matrix, mode))
    case "Q":
      guard let (oldMatrix, oldMode) = saved.popLast() else { return false }
      (matrix, mode) = (oldMatrix, oldMode)
    case "cm":
      guard let step = Matrix(numbers) else { return false }
      matrix = step.then(matrix)
    case "Do":
      guard placed.count < 8 else { return false }
      placed.append(Placed(name: name, matrix: matrix, mode: mode))
    case "Tr":
      guard let value = numbers.last else { return false }
      mode = value == 3 ? 3 : 0
    // Text shows unless its mode is "neither fill nor stroke" (9.3.6).
    case "Tj", "TJ", "'", "\"": return mode == 3
    // Text state and places, line styles and colours: they show nothing by themselves.
    case "BT", "ET", "Tc", "Tw", "Tz", "TL", "Tf", "Ts", "Td", "TD", "Tm", "T*", "w", "J", "j", "M", "d", "i", "g",
      "G", "rg", "RG", "k", "K":
      return true
    case "MP", "BMC", "EMC": return true
    // Optional content can be hidden.
    case "BDC", "DP": return name != "OC"
    default: return false
    }
    return true
  }
}
