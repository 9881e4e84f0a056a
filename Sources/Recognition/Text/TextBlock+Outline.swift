import Dossiers
import Media

extension TextBlock {
  /// True where the sides of `outline` cut lines of writing off: a fold or a shadow was taken for a sheet's edge.
  ///
  /// A side along the border of the picture, `width` by `height` pixels, cuts off what is not in the picture at all.
  public func isCutOff(by outline: Quad, width: Int, height: Int) -> Bool {
    let corners = outline.corners
    let margin = 0.02 * Double(max(width, height))
    let sides = zip(corners, corners.dropFirst() + corners.prefix(1)).filter { side in
      ![side.0, side.1].allSatisfy { $0.x < margin }
        && ![side.0, side.1].allSatisfy { $0.y < margin }
        && ![side.0, side.1].allSatisfy { $0.x > Double(width) - margin }
        && ![side.0, side.1].allSatisfy { $0.y > Double(height) - margin }
    }
    // The writing of any sheet keeps a margin of a line's height and more.
    let cut = TextRow.rows(of: words).count { row in
      guard row.words.contains(where: { $0.confidence > 0.8 && $0.text.count(where: \.isLetter) >= 3 }) else {
        return false
      }
      let written = row.words.filter { $0.text.contains { $0.isLetter || $0.isNumber } }
      guard let first = written.first, let last = written.last else { return false }
      let reach = Double(row.wordHeight) / frame.magnification
      return [(first.box.x0, first.box), (last.box.x1, last.box)].contains { x, box in
        let (x, y) = frame.onPage(x: Double(x), y: Double(box.y0 + box.y1) / 2)
        return sides.contains { PicturePoint(x: x, y: y).distance(toLineFrom: $0.0, to: $0.1) < reach }
      }
    }
    return cut >= 2
  }

  /// How much could be read: the letters of all words, by how sure the engine is of them.
  public var legibleLetters: Double {
    words.reduce(0) { $0 + Double($1.text.count(where: \.isLetter)) * $1.confidence }
  }
}

extension PicturePoint {
  fileprivate func distance(toLineFrom start: PicturePoint, to end: PicturePoint) -> Double {
    let length = start.distance(to: end)
    guard length > 0 else { return distance(to: start) }
    return abs((end.x - start.x) * (start.y - y) - (start.x - x) * (end.y - start.y)) / length
  }
}
