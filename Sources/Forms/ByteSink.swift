import CPango

/// Collects what cairo writes to a stream.
final class ByteSink {
  private(set) var bytes: [UInt8] = []

  /// For `cairo_*_for_stream`: the closure pointer must be an unretained `ByteSink` that outlives the writing.
  static let write: cairo_write_func_t = { closure, data, length in
    guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
    Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
      .bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
    return CAIRO_STATUS_SUCCESS
  }

  var closure: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }
}
