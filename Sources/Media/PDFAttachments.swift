import CPoppler

extension PopplerFile {
  /// The contents of attached files whose names end in `suffix`, at most ten of them, none larger than `limit` bytes.
  func attachments(withSuffix suffix: String, atMost limit: Int) -> [[UInt8]] {
    var contents: [[UInt8]] = []
    let list = poppler_document_get_attachments(pointer)
    var node = list
    while let current = node {
      defer { node = current.pointee.next }
      guard let data = current.pointee.data else { continue }
      defer { g_object_unref(data) }
      let attachment = data.assumingMemoryBound(to: PopplerAttachment.self)
      guard contents.count < 10, let name = poppler_attachment_get_name(attachment),
        String(cString: name).lowercased().hasSuffix(suffix)
      else { continue }
      let sink = AttachmentSink(limit: limit)
      let isWhole = poppler_attachment_save_to_callback(
        attachment,
        { bytes, count, context, _ in
          guard let bytes, let context else { return 0 }
          let sink = Unmanaged<AttachmentSink>.fromOpaque(context).takeUnretainedValue()
          return sink.take(UnsafeRawBufferPointer(start: bytes, count: Int(count))) ? 1 : 0
        }, Unmanaged.passUnretained(sink).toOpaque(), nil)
      if isWhole != 0 { contents.append(sink.bytes) }
    }
    g_list_free(list)
    return contents
  }
}

/// Collects an attachment as poppler unpacks it, and stops one that unpacks to more than it may.
private final class AttachmentSink {
  private let limit: Int
  private(set) var bytes: [UInt8] = []

  init(limit: Int) {
    self.limit = limit
  }

  func take(_ more: UnsafeRawBufferPointer) -> Bool {
    guard bytes.count + more.count <= limit else { return false }
    bytes += more
    return true
  }
}
