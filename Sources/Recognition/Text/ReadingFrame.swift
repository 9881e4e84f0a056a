public import Dossiers

/// Where a picture that was read lies on its page: the page itself, a deskewed copy, or a sheet rectified from it.
///
/// Rows are straight in the frame's own pixels; fields are given out in the page's.
public struct ReadingFrame: Sendable, Codable, Hashable {
  public let width: Int
  public let height: Int
  /// Row-major 3 × 3 projective map from the frame's pixels to the page's reference picture.
  public let toPage: [Double]

  public init(width: Int, height: Int, toPage: [Double] = [1, 0, 0, 0, 1, 0, 0, 0, 1]) {
    precondition(toPage.count == 9, "a projective map of the plane has nine numbers")
    self.width = width
    self.height = height
    self.toPage = toPage
  }

  /// The upright rectangle around `box` on the page.
  public func onPage(_ box: Box) -> Box {
    let corners = [(box.x0, box.y0), (box.x1, box.y0), (box.x0, box.y1), (box.x1, box.y1)].map { x, y in
      onPage(x: Double(x), y: Double(y))
    }
    let xs = corners.map { Int($0.x.rounded()) }
    let ys = corners.map { Int($0.y.rounded()) }
    return Box(x0: xs.min() ?? 0, y0: ys.min() ?? 0, x1: xs.max() ?? 0, y1: ys.max() ?? 0)
  }

  public func onPage(x: Double, y: Double) -> (x: Double, y: Double) {
    let m = toPage
    let w = m[6] * x + m[7] * y + m[8]
    // A frame never reaches its own horizon; zero would mean a broken map, and the origin is as good as any answer.
    guard w != 0, w.isFinite else { return (0, 0) }
    let px = min(max((m[0] * x + m[1] * y + m[2]) / w, -1e6), 1e6)
    let py = min(max((m[3] * x + m[4] * y + m[5]) / w, -1e6), 1e6)
    return (px, py)
  }
}
