public import Dossiers
import Synchronization

extension Identifier {
  /// A new id. Ids made by one process sort in the order in which they were made, also within a millisecond.
  public static func make(at time: Timestamp) -> Identifier {
    let (high, low) = identifierSource.withLock { $0.next(milliseconds: UInt64(clamping: time.milliseconds)) }
    return Identifier(rawValue: crockford(high: high, low: low))
  }
}

/// The last 128 bits given out: 48 of time, 80 random.
private struct IdentifierSource {
  var high: UInt64 = 0
  var low: UInt64 = 0

  mutating func next(milliseconds: UInt64) -> (UInt64, UInt64) {
    var generator = SystemRandomNumberGenerator()
    let time = milliseconds << 16
    if time == high & ~0xFFFF {
      // The same millisecond: a random step up keeps the order and leaves the next id beyond guessing.
      let (sum, carried) = low.addingReportingOverflow(generator.next() >> 1 | 1)
      low = sum
      high += carried ? 1 : 0
    } else {
      let bits = generator.next() as UInt64
      // The top random bit starts clear, as room for the steps.
      high = time | bits & 0x7FFF
      low = generator.next()
    }
    return (high, low)
  }
}

private let identifierSource = Mutex(IdentifierSource())

private func crockford(high: UInt64, low: UInt64) -> String {
  let digits: StaticString = "0123456789abcdefghjkmnpqrstvwxyz"
  return String(unsafeUninitializedCapacity: 26) { buffer in
    var (high, low) = (high, low)
    for index in stride(from: 25, through: 0, by: -1) {
      buffer[index] = digits.utf8Start[Int(low & 31)]
      low = low >> 5 | high << 59
      high >>= 5
    }
    return 26
  }
}
