/// SplitMix64 (Steele, Lea, Flood 2014): the same seed gives the same pictures on every machine.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// 0 ..< 1.
  mutating func unit() -> Double {
    Double(next() >> 11) / Double(1 << 53)
  }

  /// Roughly normal, mean 0, deviation 1: the sum of four uniform numbers is enough for a camera's noise.
  mutating func noise() -> Double {
    (unit() + unit() + unit() + unit() - 2) * 1.732
  }
}
