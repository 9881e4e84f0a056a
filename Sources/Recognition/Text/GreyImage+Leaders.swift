import Dossiers
import Media

extension GreyImage {
  /// The picture without the rows of dots that lead from a label across the line, as forms have them: recognition
  /// takes them for letters, and loses the value that stands on them. The letters of a needle printer, which are rows of
  /// dots themselves, are closed instead. For levelled pictures.
  func withoutLeaders() -> GreyImage {
    // Of a faint print only specks are dark enough to be told from the paper.
    guard isPrintedDark else { return self }
    let dots = dots(upTo: max(4, max(width, height) / 300))
    guard dots.count >= Self.fewestDots else { return self }
    let reach = max(width, height) / 80
    let chains = Self.chains(of: dots, reach: reach).filter { $0.count >= Self.fewestDots }.map { $0.map { dots[$0] } }
    let print = chains.filter { Self.isPrint($0, beside: chains, within: reach) }
    if print.count >= Self.fewestRowsOfPrint {
      let pitches = print.flatMap { chain in zip(chain, chain.dropFirst()).map { $1.x0 - $0.x0 } }.sorted()
      return blurred(sigma: 0.45 * Double(max(2, pitches[pitches.count / 4])))
    }
    var result = self
    for chain in chains where Self.isEven(chain) && !Self.isPrint(chain, beside: chains, within: reach) {
      for dot in chain { result.blank(dot) }
    }
    return result
  }

  /// A sixth of what is not paper is ink of more than a third of black; the rest is the edges of strokes.
  private var isPrintedDark: Bool {
    var (marks, dark) = (0, 0)
    for pixel in pixels where pixel < 215 {
      marks += 1
      if pixel < 165 { dark += 1 }
    }
    return dark * 6 > marks
  }

  /// Three lines of writing, seven needles high.
  private static let fewestRowsOfPrint = 20

  /// Dots that were set as a leader keep their distance but where a value covers some; the specks of a faint print
  /// don't.
  private static func isEven(_ chain: [Box]) -> Bool {
    let gaps = zip(chain, chain.dropFirst()).map { $1.x0 - $0.x0 }
    let usual = gaps.sorted()[gaps.count / 2]
    return gaps.count { abs($0 - usual) <= max(2, usual / 3) } * 3 >= gaps.count * 2
  }

  /// The needles of a printer make letters of dots: rows of them closer together than lines of writing ever stand.
  private static func isPrint(_ chain: [Box], beside chains: [[Box]], within reach: Int) -> Bool {
    guard let first = chain.first, let last = chain.last else { return false }
    return chains.contains { other in
      guard let start = other.first, let end = other.last else { return false }
      let distance = abs((start.y0 + start.y1) / 2 - (first.y0 + first.y1) / 2)
      return distance >= 3 && distance < reach && min(end.x1, last.x1) > max(start.x0, first.x0)
    }
  }

  /// No sentence has so many dots in a row.
  private static let fewestDots = 8

  private mutating func blank(_ box: Box) {
    for y in max(0, box.y0 - 1)..<min(height, box.y1 + 1) {
      for x in max(0, box.x0 - 1)..<min(width, box.x1 + 1) { pixels[y * width + x] = 245 }
    }
  }

  /// Dark specks that touch nothing else, at most `side` pixels wide and high.
  private func dots(upTo side: Int) -> [Box] {
    var seen = [Bool](repeating: false, count: pixels.count)
    var stack: [Int] = []
    var dots: [Box] = []
    for start in pixels.indices where pixels[start] < Self.ink && !seen[start] {
      var (x0, y0, x1, y1) = (width, height, 0, 0)
      seen[start] = true
      stack.append(start)
      while let at = stack.popLast() {
        let (x, y) = (at % width, at / width)
        (x0, y0, x1, y1) = (min(x0, x), min(y0, y), max(x1, x + 1), max(y1, y + 1))
        for ny in max(0, y - 1)...min(height - 1, y + 1) {
          for nx in max(0, x - 1)...min(width - 1, x + 1) {
            let next = ny * width + nx
            if !seen[next], pixels[next] < Self.ink {
              seen[next] = true
              stack.append(next)
            }
          }
        }
      }
      if x1 - x0 <= side, y1 - y0 <= side { dots.append(Box(x0: x0, y0: y0, x1: x1, y1: y1)) }
    }
    return dots
  }

  /// Darker than this is ink on paper of 245, thin strokes and small dots too.
  private static let ink: UInt8 = 190

  /// Dots that stand on one line, none further than `reach` from the one before, as indices into `dots`.
  private static func chains(of dots: [Box], reach: Int) -> [[Int]] {
    let order = dots.indices.sorted { dots[$0].x0 < dots[$1].x0 }
    var chains: [[Int]] = []
    /// Chains by the height at which their last dot stands.
    var open: [Int: [Int]] = [:]
    for dot in order {
      let middle = (dots[dot].y0 + dots[dot].y1) / 2
      let near = (middle - 2...middle + 2).flatMap { open[$0] ?? [] }
      let chain = near.filter { index in
        guard let last = chains[index].last else { return false }
        return (0...reach).contains(dots[dot].x0 - dots[last].x1)
      }.max { dots[chains[$0].last ?? dot].x1 < dots[chains[$1].last ?? dot].x1 }
      guard let chain else {
        chains.append([dot])
        open[middle, default: []].append(chains.count - 1)
        continue
      }
      if let last = chains[chain].last { open[(dots[last].y0 + dots[last].y1) / 2]?.removeAll { $0 == chain } }
      chains[chain].append(dot)
      open[middle, default: []].append(chain)
    }
    return chains
  }
}
