import Recognition

/// Decoded pages of one document, the least recently used thrown out first once a byte budget is spent.
struct PageCache {
  /// Bytes that may be kept; less takes effect with the next page.
  var budget: Int
  private var spent = 0
  private var pictures: [Int: (picture: PagePicture, used: Int)] = [:]
  private var clock = 0

  init(budgetInBytes: Int) {
    budget = budgetInBytes
  }

  mutating func picture(page: Int) -> PagePicture? {
    clock += 1
    pictures[page]?.used = clock
    return pictures[page]?.picture
  }

  /// Keeps `picture`, and at least the latest even where it alone is over the budget: the stages come back to it.
  mutating func keep(_ picture: PagePicture) {
    clock += 1
    if let old = pictures.removeValue(forKey: picture.page) { spent -= old.picture.byteCount }
    pictures[picture.page] = (picture, clock)
    spent += picture.byteCount
    while spent > budget, pictures.count > 1, let oldest = pictures.min(by: { $0.value.used < $1.value.used }) {
      pictures.removeValue(forKey: oldest.key)
      spent -= oldest.value.picture.byteCount
    }
  }
}
