import CQRencode
import Glibc

/// The modules of a QR symbol, level M, byte mode, without the quiet zone.
package struct QRMatrix: Sendable {
  /// Modules a side.
  package let size: Int
  private let modules: [UInt8]

  /// Throws `textUnfitForQR` for a text that is empty or too long.
  package init(_ text: String) throws(FormError) {
    let bytes = Array(text.utf8)
    guard !bytes.isEmpty else { throw FormError(.textUnfitForQR, detail: "the text is empty") }
    // Version 0: the smallest that fits.
    guard let code = QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_M) else {
      throw FormError(.textUnfitForQR, detail: "\(bytes.count) bytes, \(String(cString: strerror(errno)))")
    }
    defer { QRcode_free(code) }
    size = Int(code.pointee.width)
    modules = Array(UnsafeBufferPointer(start: code.pointee.data, count: size * size))
  }

  package func isDark(row: Int, column: Int) -> Bool {
    // libqrencode keeps other facts in the higher bits.
    modules[row * size + column] & 1 == 1
  }
}
