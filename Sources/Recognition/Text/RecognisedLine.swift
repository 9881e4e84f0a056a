public import Dossiers

/// A line of words as the engine found it, from left to right.
public struct RecognisedLine: Sendable, Hashable {
  public let words: [RecognisedWord]
  /// Around the words, in pixels of the picture that was read.
  public let box: Box

  public init(words: [RecognisedWord], box: Box) {
    self.words = words
    self.box = box
  }

  /// The words with one space between.
  public var text: String {
    words.map(\.text).joined(separator: " ")
  }
}

/// A word as the engine read it.
public struct RecognisedWord: Sendable, Hashable {
  /// NFC.
  public let text: String
  /// 0 … 1, as the engine rates itself: useful to compare readings, not a share of right ones.
  public let confidence: Double
  /// In pixels of the picture that was read.
  public let box: Box

  public init(text: String, confidence: Double, box: Box) {
    self.text = text
    self.confidence = confidence
    self.box = box
  }
}
