import Synchronization

/// How many uploads a key or address has under way.
final class UploadSlots: Sendable {
  private let limit: Int
  private let taken = Mutex<[String: Int]>([:])

  init(limit: Int) {
    self.limit = limit
  }

  /// Held until it is let go; nil where all are taken.
  func take(_ name: String) -> Slot? {
    let isFree = taken.withLock { taken in
      guard taken[name, default: 0] < limit else { return false }
      taken[name, default: 0] += 1
      return true
    }
    return isFree ? Slot(of: self, name: name) : nil
  }

  private func give(back name: String) {
    taken.withLock { taken in
      let left = (taken[name] ?? 1) - 1
      taken[name] = left > 0 ? left : nil
    }
  }

  final class Slot {
    private let slots: UploadSlots
    private let name: String

    fileprivate init(of slots: UploadSlots, name: String) {
      self.slots = slots
      self.name = name
    }

    deinit { slots.give(back: name) }
  }
}
