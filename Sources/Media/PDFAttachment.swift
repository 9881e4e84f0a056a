import CPoppler

/// A file embedded in a PDF.
public struct PDFAttachment: Sendable {
  /// As the PDF gives it: for showing, never for opening.
  public let name: String
  public let bytes: [UInt8]

  /// Nil for one that is larger than `maxBytes` or cannot be read.
  init?(_ attachment: UnsafeMutablePointer<PopplerAttachment>, maxBytes: Int) {
    let gatherer = Gatherer(limit: maxBytes)
    var error: UnsafeMutablePointer<GError>?
    defer { g_clear_error(&error) }
    let isWhole = poppler_attachment_save_to_callback(
      attachment,
      { chunk, count, user, _ in
        guard let chunk, let user else { return 0 }
        let gatherer = Unmanaged<Gatherer>.fromOpaque(user).takeUnretainedValue()
        return gatherer.take(UnsafeRawBufferPointer(start: chunk, count: Int(count))) ? 1 : 0
      }, Unmanaged.passUnretained(gatherer).toOpaque(), &error)
    guard isWhole != 0, !gatherer.isFull else { return nil }
    name = poppler_attachment_get_name(attachment).map { Unicode.nfc(String(cString: $0)) } ?? ""
    bytes = gatherer.bytes
  }

  private final class Gatherer {
    private(set) var bytes: [UInt8] = []
    private(set) var isFull = false
    private let limit: Int

    init(limit: Int) {
      self.limit = limit
    }

    func take(_ chunk: UnsafeRawBufferPointer) -> Bool {
      guard chunk.count <= limit - bytes.count else {
        isFull = true
        return false
      }
      bytes.append(contentsOf: chunk)
      return true
    }
  }
}
