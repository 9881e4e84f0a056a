extension MediaType {
  /// As people call it.
  var commonName: String {
    switch self {
    case .png: "PNG"
    case .jpeg: "JPEG"
    case .tiff: "TIFF"
    case .heic: "HEIC"
    case .pdf: "PDF"
    case .xml: "XML"
    }
  }

  /// Without the dot.
  public var usualExtension: String {
    switch self {
    case .png: "png"
    case .jpeg: "jpg"
    case .tiff: "tif"
    case .heic: "heic"
    case .pdf: "pdf"
    case .xml: "xml"
    }
  }
}
