import CQPDF

/// A PDF in the making from another one's pages: one qpdf handle that begins empty.
final class QPDFPageCollection {
  private let data: qpdf_data
  // Pages are copied when the new file is written: until then their file must be there.
  private let source: QPDFFile

  /// Nil when there is no memory for a handle.
  init?(from source: QPDFFile) {
    guard let data = qpdf_init() else { return nil }
    self.data = data
    self.source = source
    qpdf_silence_errors(data)
    qpdf_set_suppress_warnings(data, 1)
    _ = qpdf_empty_pdf(data)
  }

  deinit {
    // qpdf writes errors that nobody fetched to standard error.
    if qpdf_has_error(data) != 0 { _ = qpdf_get_error(data) }
    var handle: qpdf_data? = data
    qpdf_cleanup(&handle)
  }

  /// Adds a page of the source as the last one; `index` counts from 0. False where qpdf cannot.
  func append(_ index: Int) -> Bool { source.lend(page: index, to: data) }

  /// The whole file; nil where it cannot be written. Its ID follows from its content.
  func written() -> [UInt8]? {
    guard qpdf_init_write_memory(data) & (1 << 1) == 0 else { return nil }
    qpdf_set_deterministic_ID(data, 1)
    qpdf_set_stream_data_mode(data, qpdf_s_preserve)
    qpdf_set_object_stream_mode(data, qpdf_o_generate)
    guard qpdf_write(data) & (1 << 1) == 0, let start = qpdf_get_buffer(data) else { return nil }
    return [UInt8](UnsafeBufferPointer(start: start, count: qpdf_get_buffer_length(data)))
  }
}
