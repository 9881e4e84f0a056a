/// How the engine cuts a picture into lines; the raw values are Tesseract's page segmentation modes.
public enum PageMode: Int, Sendable {
  /// Finds columns, blocks and lines on its own.
  case automatic = 3
  /// One column of text of varying sizes: what reads rectified cards best.
  case column = 4
  /// One even block of text: what reads fee receipts and the machine-readable zone best.
  case block = 6
  case line = 7
  case word = 8
  /// As much text as can be found, in no particular order.
  case sparse = 11
}
