import CQPDF

/// Locks a PDF with a password, as a bank or a cautious citizen does.
final class LockedPDF {
  private let handle: qpdf_data

  struct Fault: Error, CustomStringConvertible {
    let description: String
  }

  private init() throws {
    guard let handle = qpdf_init() else { throw Fault(description: "qpdf gives no handle") }
    self.handle = handle
  }

  deinit {
    var handle: qpdf_data? = handle
    qpdf_cleanup(&handle)
  }

  /// `pdf` under AES-128, so that it cannot be opened without `password`. The same input gives the same bytes: id and
  /// initialisation vectors are fixed, which is no way to keep a secret, only to make a sample.
  static func lock(_ pdf: [UInt8], password: String) throws -> [UInt8] {
    let file = try LockedPDF()
    return try file.lock(pdf, password: password)
  }

  private func lock(_ pdf: [UInt8], password: String) throws -> [UInt8] {
    try pdf.withUnsafeBufferPointer { buffer in
      try buffer.withMemoryRebound(to: CChar.self) { characters in
        try check(qpdf_read_memory(handle, "sample", characters.baseAddress, UInt64(characters.count), nil))
        try check(qpdf_init_write_memory(handle))
        qpdf_set_static_ID(handle, QPDF_TRUE)
        qpdf_set_static_aes_IV(handle, QPDF_TRUE)
        qpdf_set_r4_encryption_parameters_insecure(
          handle, password, password, QPDF_TRUE, QPDF_TRUE, QPDF_TRUE, QPDF_TRUE, QPDF_TRUE, QPDF_TRUE, qpdf_r3p_full,
          QPDF_TRUE, QPDF_TRUE)
        try check(qpdf_write(handle))
        guard let bytes = qpdf_get_buffer(handle) else { throw Fault(description: "qpdf wrote nothing") }
        return Array(UnsafeBufferPointer(start: bytes, count: qpdf_get_buffer_length(handle)))
      }
    }
  }

  private func check(_ code: QPDF_ERROR_CODE) throws {
    guard code & 2 == 0 else {
      let error = qpdf_get_error(handle)
      throw Fault(description: qpdf_get_error_full_text(handle, error).map { String(cString: $0) } ?? "qpdf failed")
    }
  }
}
