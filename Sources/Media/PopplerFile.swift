import CPoppler
import Dossiers

/// One poppler document over bytes in memory.
final class PopplerFile {
  private let document: OpaquePointer
  /// Borrowed: for what lies beside the pages.
  var pointer: OpaquePointer { document }
  // poppler reads from it as it goes.
  private let bytes: FileBytes
  let pageCount: Int

  /// `complaint` is what qpdf said, for the refusal's detail.
  init(_ bytes: FileBytes, complaint: String) throws(MediaRefusal) {
    let wrapped = g_bytes_new_static(bytes.pointer, gsize(bytes.count))
    defer { g_bytes_unref(wrapped) }
    var error: UnsafeMutablePointer<GError>?
    guard let document = poppler_document_new_from_bytes(wrapped, nil, &error) else {
      defer { g_clear_error(&error) }
      let message = error.map { String(cString: $0.pointee.message) } ?? "poppler could not open it"
      let isEncrypted = error?.pointee.code == gint(POPPLER_ERROR_ENCRYPTED.rawValue)
      throw MediaRefusal(
        isEncrypted ? .pdfEncrypted(severity: .rejects) : .pdfDamaged(), detail: "\(message); \(complaint)")
    }
    let count = Int(poppler_document_get_n_pages(document))
    guard count > 0 else {
      g_object_unref(UnsafeMutableRawPointer(document))
      throw MediaRefusal(.pdfDamaged(), detail: "no pages; \(complaint)")
    }
    self.bytes = bytes
    self.pageCount = count
    self.document = document
  }

  deinit {
    g_object_unref(UnsafeMutableRawPointer(document))
  }

  /// The XMP packet, where there is one.
  var metadata: String? {
    guard let text = poppler_document_get_metadata(document) else { return nil }
    defer { g_free(text) }
    return String(cString: text)
  }

  /// `number` counts from 1.
  func page(_ number: Int) throws(MediaRefusal) -> PopplerPageHandle {
    guard let page = poppler_document_get_page(document, Int32(number - 1)) else {
      throw MediaRefusal(.pdfDamaged(page: number), detail: "page \(number) is not to be had")
    }
    return PopplerPageHandle(page, number: number, of: self)
  }

  func attachments(maxCount: Int, maxBytes: Int) -> [PDFAttachment] {
    guard poppler_document_has_attachments(document) != 0 else { return [] }
    let list = poppler_document_get_attachments(document)
    defer { g_list_free_full(list) { g_object_unref($0) } }
    var attachments: [PDFAttachment] = []
    var item = list
    while let link = item, attachments.count < maxCount {
      item = link.pointee.next
      guard let data = link.pointee.data else { continue }
      let attachment = data.assumingMemoryBound(to: PopplerAttachment.self)
      if let read = PDFAttachment(attachment, maxBytes: maxBytes) { attachments.append(read) }
    }
    return attachments
  }
}

/// One page of poppler's.
final class PopplerPageHandle {
  let pointer: OpaquePointer
  let number: Int
  private let file: PopplerFile

  fileprivate init(_ pointer: OpaquePointer, number: Int, of file: PopplerFile) {
    self.pointer = pointer
    self.number = number
    self.file = file
  }

  deinit {
    g_object_unref(UnsafeMutableRawPointer(pointer))
  }

  /// Of the crop box, after the page's rotation.
  var sizeInPoints: (width: Double, height: Double) {
    var (width, height) = (0.0, 0.0)
    poppler_page_get_size(pointer, &width, &height)
    return (width, height)
  }

  /// Up to A2 at 200 dpi; larger sheets, and photos wrapped as a point a pixel, at what 24 million pixels allow.
  var pixelsPerPoint: Double {
    let (width, height) = sizeInPoints
    let pixels = width * height * Self.referencePixelsPerPoint * Self.referencePixelsPerPoint
    guard pixels > Self.mostPixels else { return Self.referencePixelsPerPoint }
    return Self.referencePixelsPerPoint * (Self.mostPixels / pixels).squareRoot()
  }

  /// At the reference resolution.
  var sizeInPixels: PictureSize {
    let (width, height) = sizeInPoints
    let scale = pixelsPerPoint
    func pixels(_ points: Double) -> Int {
      let exact = (points * scale).rounded()
      return exact.isFinite ? Int(min(max(exact, 1), 1e9)) : 1
    }
    return PictureSize(width: pixels(width), height: pixels(height))
  }

  /// Sides within the 14,400 points that ISO 32000-1, annex C gives as a reader's limit, and the picture within the
  /// budget.
  func isWithinReason(_ budget: MediaBudget) -> Bool {
    let (width, height) = sizeInPoints
    let limit = 14_400.0
    guard width <= limit, height <= limit else { return false }
    return sizeInPixels.fits(budget.maxPixels) && width * height <= Double(budget.maxPixels)
  }

  private static let referencePixelsPerPoint = 200.0 / 72
  private static let mostPixels = 24_000_000.0
}
