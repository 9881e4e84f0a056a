/// A filter of a PDF stream (ISO 32000-1, 7.4) that may make more of its bytes than there were.
enum PDFFilter {
  case flate, lzw, runLength, ascii85, asciiHex

  /// By its full name, or the short one that inline pictures use and readers take anywhere. Nil for the filters of
  /// pictures, encryption, and what is none.
  init?(name: some StringProtocol) {
    switch name {
    case "FlateDecode", "Fl": self = .flate
    case "LZWDecode", "LZW": self = .lzw
    case "RunLengthDecode", "RL": self = .runLength
    case "ASCII85Decode", "A85": self = .ascii85
    case "ASCIIHexDecode", "AHx": self = .asciiHex
    default: return nil
    }
  }

  /// Many times more, that is: text encodings make four bytes of one at the most.
  var mayBurst: Bool {
    switch self {
    case .flate, .lzw, .runLength: true
    case .ascii85, .asciiHex: false
    }
  }
}
