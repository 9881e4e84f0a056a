import CTurboJPEG

/// One decompressor handle of TurboJPEG.
final class JPEGDecoder {
  private let handle: tjhandle

  init() throws(MediaRefusal) {
    guard let handle = tjInitDecompress() else {
      throw MediaRefusal(.damaged(), detail: "tjInitDecompress: \(String(cString: tjGetErrorStr2(nil)))")
    }
    self.handle = handle
  }

  deinit {
    tjDestroy(handle)
  }

  enum Layout {
    case grey, rgb, cmyk

    var channels: Int {
      switch self {
      case .grey: 1
      case .rgb: 3
      case .cmyk: 4
      }
    }
  }

  struct Picture {
    var size: PictureSize
    var pixels: [UInt8]
    /// What the decoder complained about first while it made a picture all the same.
    var complaint: String?
  }

  /// Decodes at the smallest of the DCT's scales (1/8 to 1) that still gives `minSize`.
  func decode(
    _ bytes: UnsafeRawBufferPointer, header: JPEGHeader, layout: Layout, minSize: PictureSize
  ) throws(MediaRefusal) -> Picture {
    // The header that the decoder itself sees: buffers are sized by it, never by our own parser.
    var (width, height, subsampling, colourSpace) = (Int32(0), Int32(0), Int32(0), Int32(0))
    let start = bytes.bindMemory(to: UInt8.self).baseAddress
    let headerResult = tjDecompressHeader3(
      handle, start, UInt(bytes.count), &width, &height, &subsampling, &colourSpace)
    if headerResult != 0 && tjGetErrorCode(handle) != Int32(TJERR_WARNING.rawValue) { throw refusal() }
    guard Int(width) == header.size.width, Int(height) == header.size.height else {
      throw MediaRefusal(.damaged(), detail: "frame headers disagree")
    }
    let size = scaledSize(width: width, height: height, minSize: minSize)
    let format: TJPF =
      switch layout {
      case .grey: TJPF_GRAY
      case .rgb: TJPF_RGB
      case .cmyk: TJPF_CMYK
      }
    var result: Int32 = 0
    let pixels = [UInt8](unsafeUninitializedCapacity: size.width * size.height * layout.channels) { buffer, count in
      result = tjDecompress2(
        handle, start, UInt(bytes.count), buffer.baseAddress, Int32(size.width), 0, Int32(size.height),
        format.rawValue.asInt32, TJFLAG_LIMITSCANS)
      count = buffer.count
    }
    if result == 0 { return Picture(size: size, pixels: pixels, complaint: nil) }
    guard tjGetErrorCode(handle) == Int32(TJERR_WARNING.rawValue) else { throw refusal() }
    return Picture(size: size, pixels: pixels, complaint: message)
  }

  private func scaledSize(width: Int32, height: Int32, minSize: PictureSize) -> PictureSize {
    var count: Int32 = 0
    var best = PictureSize(width: Int(width), height: Int(height))
    guard let factors = tjGetScalingFactors(&count) else { return best }
    for factor in UnsafeBufferPointer(start: factors, count: Int(count)) where factor.num <= factor.denom {
      let scaled = PictureSize(
        width: (Int(width) * Int(factor.num) + Int(factor.denom) - 1) / Int(factor.denom),
        height: (Int(height) * Int(factor.num) + Int(factor.denom) - 1) / Int(factor.denom))
      if scaled.width >= minSize.width, scaled.height >= minSize.height, scaled.width < best.width { best = scaled }
    }
    return best
  }

  private var message: String { String(cString: tjGetErrorStr2(handle)) }

  private func refusal() -> MediaRefusal {
    let message = message
    if message.contains("Unsupported") || message.contains("not implemented") {
      return MediaRefusal(.typeUnsupported(.losslessJPEG), detail: message)
    }
    return MediaRefusal(Self.isAboutTheEnd(message) ? .truncated() : .damaged(), detail: message)
  }

  static func isAboutTheEnd(_ message: String) -> Bool {
    message.contains("remature end of JPEG file") || message.contains("empty input file")
  }
}

extension UInt32 {
  fileprivate var asInt32: Int32 { Int32(bitPattern: self) }
}
extension Int32 {
  fileprivate var asInt32: Int32 { self }
}
