import CHEIF

/// The primary picture of a HEIF file in memory.
final class HEICFile {
  private let context: OpaquePointer
  private let handle: OpaquePointer
  // libheif reads from it as it goes.
  private let bytes: FileBytes

  init(_ bytes: FileBytes) throws(MediaRefusal) {
    guard let context = heif_context_alloc() else { throw .unreadable("libheif: no memory for a context") }
    // Without threads of its own: the process that decodes may not start any.
    heif_context_set_max_decoding_threads(context, 0)
    var handle: OpaquePointer?
    var error = heif_context_read_from_memory_without_copy(context, bytes.pointer, bytes.count, nil)
    if error.code == heif_error_Ok { error = heif_context_get_primary_image_handle(context, &handle) }
    guard error.code == heif_error_Ok, let handle else {
      let refusal = Self.refusal(error)
      heif_context_free(context)
      throw refusal
    }
    self.bytes = bytes
    self.context = context
    self.handle = handle
  }

  deinit {
    heif_image_handle_release(handle)
    heif_context_free(context)
  }

  /// After rotation and cropping.
  var size: PictureSize {
    PictureSize(
      width: Int(heif_image_handle_get_width(handle)), height: Int(heif_image_handle_get_height(handle)))
  }

  var hasAlpha: Bool { heif_image_handle_has_alpha_channel(handle) != 0 }

  /// Calls `body` with each row from top to bottom, 8 bits a sample, and its channels (3 RGB, 4 RGB and alpha).
  /// Returns what the decoder passed over.
  func forEachRow(_ body: (UnsafePointer<UInt8>, Int) -> Void) throws(MediaRefusal) -> String? {
    let options = heif_decoding_options_alloc()
    defer { heif_decoding_options_free(options) }
    options?.pointee.convert_hdr_to_8bit = 1
    let channels = hasAlpha ? 4 : 3
    var image: OpaquePointer?
    let error = heif_decode_image(
      handle, &image, heif_colorspace_RGB,
      channels == 4 ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB, options)
    defer { if let image { heif_image_release(image) } }
    guard error.code == heif_error_Ok, let image else { throw Self.refusal(error) }
    var stride: Int32 = 0
    let plane = heif_image_get_plane_readonly(image, heif_channel_interleaved, &stride)
    let width = Int(heif_image_get_width(image, heif_channel_interleaved))
    let height = Int(heif_image_get_height(image, heif_channel_interleaved))
    guard let plane, width == size.width, height == size.height, Int(stride) >= width * channels else {
      throw MediaRefusal(.damaged(), detail: "decoded as \(width) x \(height), announced as \(size)")
    }
    for row in 0..<height { body(plane + row * Int(stride), channels) }
    guard heif_image_get_decoding_warnings(image, 0, nil, 0) > 0 else { return nil }
    var warning = heif_error()
    guard heif_image_get_decoding_warnings(image, 0, &warning, 1) > 0, let message = warning.message else {
      return "a decoding warning"
    }
    return String(cString: message)
  }

  private static func refusal(_ error: heif_error) -> MediaRefusal {
    let detail = error.message.map { String(cString: $0) } ?? "libheif error \(error.code.rawValue)"
    if error.subcode == heif_suberror_End_of_data { return MediaRefusal(.truncated(), detail: detail) }
    if error.code == heif_error_Unsupported_feature || error.code == heif_error_Unsupported_filetype {
      return MediaRefusal(.typeUnsupported(.specialHEIF), detail: detail)
    }
    return MediaRefusal(.damaged(), detail: detail)
  }
}
