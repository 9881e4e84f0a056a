/// Where a generation prints its labels, in card widths from the top left: for labels that recognition cannot read
/// though their values are legible. Replaceable: a new generation is a new table.
struct CardLayout: Sendable {
  struct Place: Sendable {
    let item: CardItem
    let x0: Double
    let x1: Double
    let middle: Double
  }

  let places: [Place]

  private init(_ places: [(CardItem, Double, Double, Double)]) {
    self.places = places.map { Place(item: $0.0, x0: $0.1, x1: $0.2, middle: $0.3) }
  }

  static func of(_ variant: CardVariant?, _ side: CardSide.Side?) -> CardLayout? {
    switch (variant, side) {
    case (.cccd2021, .front): cccd2021Front
    case (.canCuoc2024, .front): canCuoc2024Front
    case (.canCuoc2024, .back): canCuoc2024Back
    case (.cccd2021, .back): cccd2021Back
    case (.cmnd, .front): cmndFront
    default: nil
    }
  }

  private static let cccd2021Front = CardLayout([
    (.number, 0.291, 0.370, 0.213), (.name, 0.291, 0.474, 0.255), (.birth, 0.291, 0.504, 0.325),
    (.sex, 0.289, 0.413, 0.357), (.nationality, 0.566, 0.760, 0.357), (.origin, 0.291, 0.513, 0.395),
    (.residence, 0.291, 0.592, 0.479), (.expiry, 0.042, 0.141, 0.545),
  ])
  private static let canCuoc2024Front = CardLayout([
    (.number, 0.301, 0.765, 0.237), (.name, 0.302, 0.648, 0.319), (.birth, 0.302, 0.614, 0.404),
    (.sex, 0.684, 0.799, 0.403), (.nationality, 0.301, 0.491, 0.484),
  ])
  private static let canCuoc2024Back = CardLayout([
    (.residence, 0.045, 0.302, 0.040), (.placeOfBirth, 0.045, 0.357, 0.131), (.issue, 0.045, 0.357, 0.214),
    (.expiry, 0.045, 0.400, 0.280),
  ])
  private static let cccd2021Back = CardLayout([(.features, 0.051, 0.471, 0.048), (.issue, 0.051, 0.401, 0.140)])
  private static let cmndFront = CardLayout([
    (.name, 0.321, 0.403, 0.238), (.birth, 0.320, 0.437, 0.299), (.origin, 0.321, 0.482, 0.361),
    (.residence, 0.321, 0.573, 0.464),
  ])

  /// The places of the labels that are missing among `anchors`, moved as far as the labels found are off theirs.
  func missing(among anchors: [CardText.Anchor]) -> [Place] {
    var shifts: [(x: Double, y: Double)] = []
    for place in places {
      guard let anchor = anchors.first(where: { $0.item == place.item }) else { continue }
      let shift = (anchor.x0 - place.x0, anchor.middle - place.middle)
      // Further off it is another word that looks alike.
      if abs(shift.0) < 0.08 && abs(shift.1) < 0.06 { shifts.append(shift) }
    }
    let count = Double(max(shifts.count, 1))
    let (dx, dy) = (shifts.reduce(0) { $0 + $1.x } / count, shifts.reduce(0) { $0 + $1.y } / count)
    return places.filter { place in !anchors.contains { $0.item == place.item } }.map {
      Place(item: $0.item, x0: $0.x0 + dx, x1: $0.x1 + dx, middle: $0.middle + dy)
    }
  }
}
