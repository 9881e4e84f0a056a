import CTIFF

/// One libtiff handle over bytes in memory. Directories are addressed by their place in the file.
final class TIFFFile {
  private let handle: UnsafeMutablePointer<hoso_tiff>
  private let tiff: OpaquePointer
  // libtiff reads from it as it goes.
  private let bytes: FileBytes

  /// `maxAllocation` bounds any single buffer of libtiff's.
  init(_ bytes: FileBytes, maxAllocation: Int) throws(MediaRefusal) {
    guard let handle = hoso_tiff_open(bytes.pointer, bytes.count, Int64(maxAllocation)) else {
      throw .unreadable("libtiff: no memory for a reader")
    }
    guard let tiff = handle.pointee.tiff else {
      let message = String(cString: hoso_tiff_message(handle))
      let directory = Self.firstDirectory(bytes.raw)
      hoso_tiff_close(handle)
      let isCut = bytes.count < 8 || directory.map { $0 + 2 > bytes.count } ?? false
      throw MediaRefusal(isCut ? .truncated() : .damaged(), detail: message)
    }
    self.bytes = bytes
    self.tiff = tiff
    self.handle = handle
  }

  deinit {
    hoso_tiff_close(handle)
  }

  /// What libtiff called an error since the messages were last forgotten; reading may have gone on.
  var error: String? { handle.pointee.errors > 0 ? String(cString: hoso_tiff_message(handle)) : nil }
  var warning: String? { handle.pointee.warnings > 0 ? String(cString: hoso_tiff_warning(handle)) : nil }

  func forgetMessages() {
    hoso_tiff_forget_messages(handle)
  }

  /// Of the current directory.
  var page: hoso_tiff_page {
    var page = hoso_tiff_page()
    hoso_tiff_describe(handle, &page)
    return page
  }

  var isLastDirectory: Bool { TIFFLastDirectory(tiff) != 0 }

  /// False at the end of the list, and where the next directory can't be read.
  func goToNextDirectory() -> Bool { TIFFReadDirectory(tiff) != 0 }

  func goTo(directoryAt offset: UInt64) -> Bool { TIFFSetSubDirectory(tiff, offset) != 0 }

  /// True when some strip's data lies behind the end of the file.
  var hasMissingStrips: Bool { hoso_tiff_first_missing_strip(handle) >= 0 }

  /// Nil when libtiff can make RGB of the current directory.
  var whyNotRGB: String? {
    guard let reason = hoso_tiff_why_not_rgba(handle) else { return nil }
    return String(cString: reason)
  }

  func askForRGB() {
    hoso_tiff_ask_for_rgb(handle)
  }

  var bytesPerRow: Int { Int(TIFFScanlineSize(tiff)) }

  func readRow(_ row: Int, into buffer: UnsafeMutablePointer<UInt8>) -> Bool {
    TIFFReadScanline(tiff, buffer, UInt32(row), 0) >= 0
  }

  /// Rows in stored order, 32 bits a pixel: red in the lowest byte, alpha (premultiplied) in the highest.
  func readRGBA(top: Int, rows: Int, into raster: UnsafeMutablePointer<UInt32>) -> Bool {
    hoso_tiff_read_rgba(handle, UInt32(top), UInt32(rows), raster) != 0
  }

  /// Appends the current directory to another file, its data undecoded; false where that cannot be done.
  func copyPage(to target: UnsafeMutablePointer<hoso_tiff>, number: UInt16, pages: UInt16) -> Bool {
    hoso_tiff_copy_page(handle, target, number, pages) != 0
  }

  /// A writer in this file's byte order; the caller closes it.
  func makeWriter() -> UnsafeMutablePointer<hoso_tiff>? { hoso_tiff_create_like(handle) }

  /// Where the header says that the first directory stands; nil where there is no such header (BigTIFF included).
  private static func firstDirectory(_ bytes: UnsafeRawBufferPointer) -> Int? {
    guard bytes.count >= 8, bytes[2] == 42 || bytes[3] == 42 else { return nil }
    let places = bytes[0] == 0x49 ? [7, 6, 5, 4] : [4, 5, 6, 7]
    return places.reduce(0) { $0 << 8 | Int(bytes[$1]) }
  }
}
