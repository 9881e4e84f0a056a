public import Dossiers
public import Media

/// The words of one page, or of one sheet on it, in the pixels of the frame in which they were read.
public struct TextBlock: Sendable, Codable, Hashable {
  public let frame: ReadingFrame
  public let words: [TextWord]
  /// `textLayer` or `ocr`.
  public let source: Field.Source

  public init(frame: ReadingFrame, words: [TextWord], source: Field.Source) {
    self.frame = frame
    self.words = words
    self.source = source
  }

  /// The text in reading order, a line a line.
  public var text: String {
    var text = ""
    var previous: TextWord?
    for word in words {
      if let previous { text += previous.line == word.line ? " " : "\n" }
      text += word.text
      previous = word
    }
    return text
  }
}

extension TextBlock {
  /// What the engine read, in the frame of the picture it was given.
  public init(frame: ReadingFrame, lines: [RecognisedLine]) {
    self.init(
      frame: frame,
      words: lines.enumerated().flatMap { number, line in
        line.words.map { TextWord(text: $0.text, box: $0.box, confidence: $0.confidence, line: number) }
      }, source: .ocr)
  }
}
