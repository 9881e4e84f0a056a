public import Dossiers
import Glibc
public import Media

extension PageFingerprint {
  /// Takes a page's fingerprint: 256 bits of its coarse shape, which stay when the page is scanned again. Nil for a
  /// page of one even colour, which says nothing.
  ///
  /// A perceptual hash (Zauner 2010): the light is evened out, the page shrunk to 32 × 32 and turned into
  /// frequencies; of the 16 × 16 lowest each bit says whether one lies above their median.
  public init?(of page: GreyImage) {
    let small = page.shrunk(longSideInPixels: 512).evened(black: 0.3, white: 0.95).resized(width: 32, height: 32)
    let values = small.pixels.map { Double($0) }
    let mean = values.reduce(0, +) / Double(values.count)
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
    guard variance > 4 else { return nil }
    let frequencies = Self.frequencies(values)
    // The first is the mean brightness.
    let median = frequencies.dropFirst().sorted()[(frequencies.count - 1) / 2]
    var words = [UInt16](repeating: 0, count: 16)
    for (index, value) in frequencies.enumerated() where index > 0 && value > median {
      words[index / 16] |= 1 << UInt16(index % 16)
    }
    self.init(words: words)
  }

  /// The 16 × 16 lowest frequencies of a 32 × 32 picture (DCT-II), row by row.
  private static func frequencies(_ values: [Double]) -> [Double] {
    let cosines = (0..<16).map { u in (0..<32).map { x in cos(Double.pi * (Double(x) + 0.5) * Double(u) / 32) } }
    var rows = [Double](repeating: 0, count: 32 * 16)
    for y in 0..<32 {
      for u in 0..<16 { rows[y * 16 + u] = (0..<32).reduce(0) { $0 + values[y * 32 + $1] * cosines[u][$1] } }
    }
    var result = [Double](repeating: 0, count: 256)
    for v in 0..<16 {
      for u in 0..<16 { result[v * 16 + u] = (0..<32).reduce(0) { $0 + rows[$1 * 16 + u] * cosines[v][$1] } }
    }
    return result
  }
}
