/// A mask with 64 pixels a word, for growing and shrinking by whole words.
struct PackedMask {
  private let width: Int
  private let height: Int
  private let wordsPerRow: Int
  /// Row by row, the leftmost pixel in the lowest bit; beyond the row's end there is nothing.
  private var words: [UInt64]

  init(_ mask: Mask) {
    let (width, height, wordsPerRow) = (mask.width, mask.height, (mask.width + 63) / 64)
    (self.width, self.height, self.wordsPerRow) = (width, height, wordsPerRow)
    words = [UInt64](repeating: 0, count: wordsPerRow * height)
    words.withUnsafeMutableBufferPointer { words in
      mask.bits.withUnsafeBufferPointer { bits in
        for y in 0..<height {
          for word in 0..<wordsPerRow {
            let start = y * width + 64 * word
            var value: UInt64 = 0
            for bit in 0..<min(64, width - 64 * word) { value |= (bits[start + bit] ? 1 : 0) << UInt64(bit) }
            words[y * wordsPerRow + word] = value
          }
        }
      }
    }
  }

  var bits: [Bool] {
    [Bool](unsafeUninitializedCapacity: width * height) { bits, count in
      count = width * height
      words.withUnsafeBufferPointer { words in
        for y in 0..<height {
          for word in 0..<wordsPerRow {
            let start = y * width + 64 * word
            let value = words[y * wordsPerRow + word]
            for bit in 0..<min(64, width - 64 * word) { bits[start + bit] = value >> UInt64(bit) & 1 != 0 }
          }
        }
      }
    }
  }

  /// Takes in every pixel that has one of the mask's within a rectangle of so many pixels to each side.
  mutating func grow(across: Int, down: Int) {
    for step in Self.steps(to: across) { spreadRight(by: UInt64(step)) }
    for step in Self.steps(to: across) { spreadLeft(by: UInt64(step)) }
    trim()
    for step in Self.steps(to: down) {
      for y in stride(from: height - 1, through: step, by: -1) { join(row: y, with: y - step) }
    }
    for step in Self.steps(to: down) {
      for y in 0..<max(0, height - step) { join(row: y, with: y + step) }
    }
  }

  /// Keeps only pixels that have nothing but the mask's within a rectangle of so many pixels to each side; what lies
  /// outside of the picture counts as the mask's.
  mutating func shrink(across: Int, down: Int) {
    invert()
    grow(across: across, down: down)
    invert()
  }

  /// Steps that reach so far together, each at most one more than those before it: nothing in between is passed over.
  private static func steps(to reach: Int) -> [Int] {
    var steps: [Int] = []
    var reached = 0
    while reached < reach {
      steps.append(min(reached + 1, reach - reached, 63))
      reached += steps[steps.count - 1]
    }
    return steps
  }

  private mutating func spreadRight(by step: UInt64) {
    words.withUnsafeMutableBufferPointer { words in
      for y in 0..<height {
        for at in stride(from: (y + 1) * wordsPerRow - 1, through: y * wordsPerRow, by: -1) {
          let before = at > y * wordsPerRow ? words[at - 1] : 0
          words[at] |= words[at] << step | before >> (64 - step)
        }
      }
    }
  }

  private mutating func spreadLeft(by step: UInt64) {
    words.withUnsafeMutableBufferPointer { words in
      for y in 0..<height {
        for at in (y * wordsPerRow)..<((y + 1) * wordsPerRow) {
          let after = at + 1 < (y + 1) * wordsPerRow ? words[at + 1] : 0
          words[at] |= words[at] >> step | after << (64 - step)
        }
      }
    }
  }

  private mutating func join(row: Int, with other: Int) {
    words.withUnsafeMutableBufferPointer { words in
      for word in 0..<wordsPerRow { words[row * wordsPerRow + word] |= words[other * wordsPerRow + word] }
    }
  }

  private mutating func invert() {
    for at in words.indices { words[at] = ~words[at] }
    trim()
  }

  /// Empties what lies beyond the rows' ends.
  private mutating func trim() {
    guard width % 64 != 0 else { return }
    let inside: UInt64 = 1 << UInt64(width % 64) - 1
    for y in 0..<height { words[(y + 1) * wordsPerRow - 1] &= inside }
  }
}
