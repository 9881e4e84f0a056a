import CTIFF

/// A TIFF in the making from another one's pages, their data as it was: one libtiff writer over memory.
final class TIFFPageCollection {
  private let handle: UnsafeMutablePointer<hoso_tiff>
  private let pages: Int
  private var written = 0

  /// `pages` is how many will follow. Nil when there is no memory for a writer.
  init?(from source: TIFFFile, pages: Int) {
    guard let handle = source.makeWriter() else { return nil }
    self.handle = handle
    self.pages = pages
  }

  deinit {
    hoso_tiff_close(handle)
  }

  /// Appends the source's current directory; false where its data cannot be copied.
  func append(from source: TIFFFile) -> Bool {
    guard source.copyPage(to: handle, number: UInt16(clamping: written), pages: UInt16(clamping: pages)) else {
      return false
    }
    written += 1
    return true
  }

  /// The whole file; nil where libtiff complained.
  func finished() -> [UInt8]? {
    guard TIFFFlush(handle.pointee.tiff) != 0, handle.pointee.errors == 0, let bytes = handle.pointee.bytes else {
      return nil
    }
    return [UInt8](UnsafeBufferPointer(start: bytes, count: Int(handle.pointee.count)))
  }
}
