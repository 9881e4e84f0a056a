import Media

/// Decoded pages of one document, the least recently used thrown out first once a byte budget is spent.
struct PageCache {
  private enum Picture {
    case grey(GreyImage)
    case colour(ColourImage)

    var bytes: Int {
      switch self {
      case .grey(let image): image.pixels.count
      case .colour(let image): image.pixels.count
      }
    }
  }

  private struct Key: Hashable {
    let page: Int
    let isColour: Bool
  }

  private let budget: Int
  private var spent = 0
  private var pictures: [Key: (picture: Picture, used: Int)] = [:]
  private var clock = 0

  init(budgetInBytes: Int) {
    budget = budgetInBytes
  }

  mutating func grey(_ page: Int) -> GreyImage? {
    if case .grey(let image)? = take(Key(page: page, isColour: false)) { image } else { nil }
  }

  mutating func colour(_ page: Int) -> ColourImage? {
    if case .colour(let image)? = take(Key(page: page, isColour: true)) { image } else { nil }
  }

  mutating func keep(_ image: GreyImage, page: Int) {
    put(.grey(image), Key(page: page, isColour: false))
  }

  mutating func keep(_ image: ColourImage, page: Int) {
    put(.colour(image), Key(page: page, isColour: true))
  }

  private mutating func take(_ key: Key) -> Picture? {
    clock += 1
    pictures[key]?.used = clock
    return pictures[key]?.picture
  }

  private mutating func put(_ picture: Picture, _ key: Key) {
    // A page larger than the whole budget is handed out but not kept.
    guard picture.bytes <= budget else { return }
    if let old = pictures.removeValue(forKey: key) { spent -= old.picture.bytes }
    while spent + picture.bytes > budget, let oldest = pictures.min(by: { $0.value.used < $1.value.used }) {
      pictures.removeValue(forKey: oldest.key)
      spent -= oldest.value.picture.bytes
    }
    clock += 1
    pictures[key] = (picture, clock)
    spent += picture.bytes
  }
}
