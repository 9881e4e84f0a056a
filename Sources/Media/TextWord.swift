public import Dossiers

/// A word with its place on the page, from a PDF's text layer or from recognition.
public struct TextWord: Sendable, Codable, Hashable {
  /// NFC.
  public let text: String
  /// In pixels of the page's reference picture.
  public let box: Box
  /// 0 … 1; 1 for a text layer.
  public let confidence: Double
  /// Words with the same number stand on one line; lines are numbered in reading order.
  public let line: Int

  public init(text: String, box: Box, confidence: Double, line: Int) {
    self.text = text
    self.box = box
    self.confidence = confidence
    self.line = line
  }
}
