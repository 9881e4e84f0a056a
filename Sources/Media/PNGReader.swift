import CPNG

/// One libpng read handle over bytes in memory; reads the header at once, then rows in order.
final class PNGReader {
  private let handle: UnsafeMutablePointer<hoso_png_reader>
  let header: hoso_png_header
  // The handle points into them.
  private let bytes: FileBytes

  init(_ bytes: FileBytes) throws(MediaRefusal) {
    guard let handle = hoso_png_open(bytes.pointer, bytes.count) else {
      throw .unreadable("libpng: no memory for a reader")
    }
    var header = hoso_png_header()
    guard hoso_png_read_header(handle, &header) != 0 else {
      let refusal = Self.refusal(of: handle)
      hoso_png_close(handle)
      throw refusal
    }
    self.bytes = bytes
    self.header = header
    self.handle = handle
  }

  deinit {
    hoso_png_close(handle)
  }

  var size: PictureSize { PictureSize(width: Int(header.width), height: Int(header.height)) }

  var exif: Exif? {
    var start: UnsafePointer<UInt8>?
    let count = hoso_png_exif(handle, &start)
    guard let start, count > 0 else { return nil }
    return Exif(UnsafeRawBufferPointer(start: start, count: count))
  }

  var dotsPerInch: Double? {
    guard header.pixels_per_metre_x > 1 else { return nil }
    return Double(header.pixels_per_metre_x) * 0.0254
  }

  /// What libpng passed over: damaged ancillary chunks and the like.
  var complaint: String? {
    let text = String(cString: hoso_png_warning(handle))
    return text.isEmpty ? nil : text
  }

  /// Calls `body` with each row from top to bottom, 8 bits a sample, and the number of channels: 1 grey, 2 grey and
  /// alpha, 3 RGB, 4 RGB and alpha. An interlaced picture is gathered in memory first.
  func forEachRow(_ body: (UnsafePointer<UInt8>, Int) -> Void) throws(MediaRefusal) {
    let (channels, rowBytes) = try begin()
    let rows = header.interlaced != 0 ? size.height : 1
    let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: rowBytes * rows)
    defer { buffer.deallocate() }
    guard header.interlaced != 0 else {
      for _ in 0..<size.height {
        try check(hoso_png_read_row(handle, buffer))
        body(buffer, channels)
      }
      return
    }
    buffer.initialize(repeating: 0, count: rowBytes * rows)
    for _ in 0..<7 {
      for row in 0..<rows { try check(hoso_png_read_row(handle, buffer + row * rowBytes)) }
    }
    for row in 0..<rows { body(buffer + row * rowBytes, channels) }
  }

  /// Checks what follows the rows, once all were read. Returns what is odd there or was passed over before.
  func finish() -> String? {
    guard hoso_png_finish(handle) != 0 else { return String(cString: hoso_png_message(handle)) }
    return complaint
  }

  private func begin() throws(MediaRefusal) -> (channels: Int, rowBytes: Int) {
    var (channels, rowBytes) = (Int32(0), 0)
    try check(hoso_png_begin(handle, &channels, &rowBytes))
    return (Int(channels), rowBytes)
  }

  private func check(_ result: Int32) throws(MediaRefusal) {
    guard result != 0 else { throw Self.refusal(of: handle) }
  }

  private static func refusal(of handle: UnsafeMutablePointer<hoso_png_reader>) -> MediaRefusal {
    MediaRefusal(
      handle.pointee.ran_out != 0 ? .truncated() : .damaged(), detail: String(cString: hoso_png_message(handle)))
  }
}
