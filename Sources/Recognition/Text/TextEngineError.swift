/// Why the text engine could not start or read: trouble of the machine, never of the document.
public enum TextEngineError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The language data of `missing` is not installed, or not where `dataPath` points.
  case languagesUnavailable(missing: [String], dataPath: String?)
  /// Tesseract takes pictures of 1 to 32,767 pixels a side.
  case pictureUnsuitable(width: Int, height: Int)
  case recognitionFailed

  public var description: String {
    switch self {
    case .languagesUnavailable(let missing, let dataPath):
      "tesseract has no data for \(missing.joined(separator: ", "))"
        + (dataPath.map { " in \($0)" } ?? "") + "; install tesseract-ocr-\(missing.first ?? "vie")"
    case .pictureUnsuitable(let width, let height):
      "a picture of \(width) × \(height) pixels cannot be read"
    case .recognitionFailed:
      "tesseract gave up on a picture"
    }
  }
}
