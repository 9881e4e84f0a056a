/// A page's picture as its file stores it, for those who pass it on without decoding it.
public struct StoredPicture: Sendable {
  /// The whole file's.
  public let bytes: [UInt8]
  /// The EXIF orientation by which the reference picture was turned, 1 to 8.
  public let orientation: Int
}

extension MediaDocument {
  /// Nil where the page is not one whole file of a picture.
  public var storedPicture: StoredPicture? {
    switch self {
    case let document as JPEGDocument: document.stored
    case let document as PNGDocument: document.storedFile
    default: nil
    }
  }
}
