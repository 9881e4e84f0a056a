/// Builds an 8-bit picture from rows as they are decoded, shrinking on the way by area averaging: only the result and
/// one row of sums are in memory.
struct PictureBuilder {
  let sourceWidth: Int
  let sourceHeight: Int
  let width: Int
  let height: Int
  /// 1 grey, 3 red, green and blue.
  let channels: Int
  private(set) var pixels: [UInt8]
  private var sums: [Float] = []
  private var shares: [Share] = []
  private var nextRow = 0

  /// How a source column spreads over one or two columns of the result.
  private struct Share {
    let column: Int
    let here: Float
    let next: Float
  }

  init(sourceWidth: Int, sourceHeight: Int, channels: Int, width: Int, height: Int) {
    self.sourceWidth = sourceWidth
    self.sourceHeight = sourceHeight
    self.channels = channels
    self.width = width
    self.height = height
    pixels = [UInt8](repeating: 255, count: width * height * channels)
    guard width != sourceWidth || height != sourceHeight else { return }
    sums = [Float](repeating: 0, count: width * channels)
    shares = (0..<sourceWidth).map { Self.share(of: $0, from: sourceWidth, to: width) }
  }

  /// In exact integers up to the last division: a source pixel covers `to / from` of a result pixel.
  private static func share(of position: Int, from: Int, to: Int) -> Share {
    let column = position * to / from
    let start = position * to
    let boundary = (column + 1) * from
    let end = start + to
    let here = Float(min(end, boundary) - start) / Float(from)
    let next = end > boundary ? Float(end - boundary) / Float(from) : 0
    return Share(column: column, here: here, next: next)
  }

  /// True when all rows have come.
  var isComplete: Bool { nextRow >= sourceHeight }

  /// The next row, `sourceWidth * channels` bytes; rows beyond the last are ignored.
  mutating func append(_ row: UnsafePointer<UInt8>) {
    guard nextRow < sourceHeight else { return }
    defer { nextRow += 1 }
    if sums.isEmpty {
      let start = nextRow * width * channels
      pixels.withUnsafeMutableBufferPointer { pixels in
        guard let base = pixels.baseAddress else { return }
        (base + start).update(from: row, count: width * channels)
      }
      return
    }
    let vertical = Self.share(of: nextRow, from: sourceHeight, to: height)
    spread(row, weight: vertical.here)
    let completesRow = (nextRow + 1) * height >= (vertical.column + 1) * sourceHeight
    if completesRow {
      emit(row: vertical.column)
      if vertical.next > 0 { spread(row, weight: vertical.next) }
    }
  }

  private mutating func spread(_ row: UnsafePointer<UInt8>, weight: Float) {
    guard channels > 1 else { return spreadGrey(row, weight: weight) }
    let channels = channels
    let last = width - 1
    sums.withUnsafeMutableBufferPointer { sums in
      shares.withUnsafeBufferPointer { shares in
        for x in 0..<sourceWidth {
          let share = shares[x]
          let here = share.here * weight
          let next = share.next * weight
          for channel in 0..<channels {
            let value = Float(row[x &* channels &+ channel])
            sums[share.column &* channels &+ channel] += value * here
            if next > 0 && share.column < last {
              sums[(share.column &+ 1) &* channels &+ channel] += value * next
            }
          }
        }
      }
    }
  }

  /// The same of a row of one channel: the sum of a column is kept at hand until the next one's turn.
  private mutating func spreadGrey(_ row: UnsafePointer<UInt8>, weight: Float) {
    let last = width - 1
    sums.withUnsafeMutableBufferPointer { sums in
      shares.withUnsafeBufferPointer { shares in
        var column = 0
        var sum = sums[0]
        for x in 0..<sourceWidth {
          let share = shares[x]
          let value = Float(row[x])
          if share.column != column {
            sums[column] = sum
            column = share.column
            sum = sums[column]
          }
          sum += value * (share.here * weight)
          if share.next > 0 && column < last { sums[column &+ 1] += value * (share.next * weight) }
        }
        sums[column] = sum
      }
    }
  }

  private mutating func emit(row: Int) {
    let start = row * width * channels
    for index in sums.indices {
      pixels[start + index] = UInt8(min(255, max(0, sums[index] + 0.5)))
      sums[index] = 0
    }
  }
}
