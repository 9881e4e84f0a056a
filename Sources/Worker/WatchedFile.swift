import Files

/// A small file of the operator's, read again and again to see whether it changed.
///
/// Compared by content: it is a few kilobytes, and times tell too little of two changes within a second.
struct WatchedFile {
  let path: String
  private var last: [UInt8]?

  init(path: String) {
    self.path = path
  }

  /// Its bytes where they differ from last time's; nil where it is as before, absent or unreadable.
  mutating func changed() -> [UInt8]? {
    guard let bytes = try? OwnedDescriptor.reading(path).readToEnd(limit: 16 << 20), bytes != last else {
      return nil
    }
    last = bytes
    return bytes
  }
}
